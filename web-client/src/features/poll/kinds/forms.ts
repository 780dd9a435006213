import type { PollKind } from '../polls';
import type { Forms } from './answers';
import { choiceForm } from './choice/form';
import { commitmentForm } from './commitment/form';
import type { KindForm } from './form';
import { pointsForm } from './points/form';
import { rankingForm } from './ranking/form';
import { scaleForm } from './scale/form';
import { textForm } from './text/form';
import { thumbsForm } from './thumbs/form';

const forms: { [K in PollKind]: KindForm<Forms[K]> } = {
  SCALE: scaleForm,
  CHOICE: choiceForm,
  THUMBS: thumbsForm,
  RANKING: rankingForm,
  POINTS: pointsForm,
  TEXT: textForm,
  WORDS: textForm,
  COMMITMENT: commitmentForm,
};

/** How a kind is filled in, for code that treats all alike. */
export const formOf = (kind: PollKind): KindForm<unknown> => forms[kind] as KindForm<unknown>;
