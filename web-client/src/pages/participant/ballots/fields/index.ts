import type { Component } from 'svelte';
import type { PollKind } from '../../../../api/polls';
import type { Forms } from '../../../../state/ballots/kinds';
import ChoiceFields from './ChoiceFields.svelte';
import CommitmentFields from './CommitmentFields.svelte';
import PointsFields from './PointsFields.svelte';
import type { FieldsProps } from './props';
import RankingFields from './RankingFields.svelte';
import ScaleFields from './ScaleFields.svelte';
import TextsFields from './TextsFields.svelte';
import ThumbsFields from './ThumbsFields.svelte';

const fields: { [K in PollKind]: Component<FieldsProps<Forms[K]>> } = {
  SCALE: ScaleFields,
  CHOICE: ChoiceFields,
  THUMBS: ThumbsFields,
  RANKING: RankingFields,
  POINTS: PointsFields,
  TEXT: TextsFields,
  WORDS: TextsFields,
  COMMITMENT: CommitmentFields,
};

/** The fields of a kind, for code that treats all alike. */
export const fieldsOf = (kind: PollKind): Component<FieldsProps<unknown>> =>
  fields[kind] as Component<FieldsProps<unknown>>;
