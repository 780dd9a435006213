import type { Poll, PollKind, Thumb } from '../polls';
import { choice } from './choice/answers';
import { commitment, type Row } from './commitment/answers';
import type { Answers, Kind } from './kind';
import { points } from './points/answers';
import { ranking } from './ranking/answers';
import { scale, type Choice } from './scale/answers';
import { texts, words } from './text/answers';
import { thumbs } from './thumbs/answers';

export type { Answers, Fault, FaultName, Kind } from './kind';

/** What is filled in, by kind. */
export interface Forms {
  SCALE: readonly Choice[];
  CHOICE: readonly number[];
  THUMBS: Thumb | null;
  RANKING: readonly number[];
  POINTS: readonly number[];
  TEXT: readonly string[];
  WORDS: readonly string[];
  COMMITMENT: readonly Row[];
}

const kinds: { [K in PollKind]: Kind<Forms[K]> } = {
  SCALE: scale,
  CHOICE: choice,
  THUMBS: thumbs,
  RANKING: ranking,
  POINTS: points,
  TEXT: texts,
  WORDS: words,
  COMMITMENT: commitment,
};

/** The kind of a poll, for code that treats all alike; the form is what this kind's functions gave. */
export const kindOf = (poll: Poll): Kind<unknown> => kinds[poll.kind] as Kind<unknown>;

const property: Record<PollKind, keyof Answers> = {
  SCALE: 'scale',
  CHOICE: 'choice',
  THUMBS: 'thumb',
  RANKING: 'ranking',
  POINTS: 'points',
  TEXT: 'texts',
  WORDS: 'words',
  COMMITMENT: 'commitment',
};

/** The form of answers as they are published, each ballot's as a list. */
export function readPublished(poll: Poll, answers: readonly unknown[]): unknown {
  const value = poll.kind === 'THUMBS' ? answers[0] : answers;
  return kindOf(poll).read({ [property[poll.kind]]: value }, poll);
}
