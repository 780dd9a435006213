import { ballots } from '../../ballot/texts';
import { optionOf } from '../form';
import type { KindForm } from '../form';
import ChoiceFields from './ChoiceFields.svelte';

export const choiceForm: KindForm<readonly number[]> = {
  Fields: ChoiceFields,
  progress: (poll, form) => (poll.most > 1 ? ballots.t.choice.chosen(form.length, poll.most) : ''),
  lines: (poll, form) => form.map((place) => ({ answer: optionOf(poll, place) })),
  manyAnswers: false,
};
