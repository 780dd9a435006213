import { ballots } from '../../ballot/texts';
import type { Thumb } from '../../polls';
import type { KindForm } from '../form';
import ThumbsFields from './ThumbsFields.svelte';

export const thumbsForm: KindForm<Thumb | null> = {
  Fields: ThumbsFields,
  progress: () => '',
  lines: (_, form) => (form ? [{ answer: ballots.t.thumbs[form] }] : []),
  manyAnswers: false,
};
