import type { Component } from 'svelte';
import type { PollKind } from '../polls';
import type { Forms } from './answers';
import ChoiceFields from './choice/ChoiceFields.svelte';
import CommitmentFields from './commitment/CommitmentFields.svelte';
import PointsFields from './points/PointsFields.svelte';
import type { FieldsProps } from '../ballot/fields/props';
import RankingFields from './ranking/RankingFields.svelte';
import ScaleFields from './scale/ScaleFields.svelte';
import TextsFields from './text/TextsFields.svelte';
import ThumbsFields from './thumbs/ThumbsFields.svelte';

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
