import { ballots } from '../../ballot/texts';
import { isBlank } from './answers';
import type { KindForm } from '../form';
import TextsFields from './TextsFields.svelte';

export const textForm: KindForm<readonly string[]> = {
  Fields: TextsFields,
  progress: (poll, form) => {
    const written = form.filter((text) => !isBlank(text)).length;
    return poll.most > 1 ? ballots.t.written(written, poll.most) : '';
  },
  lines: (_, form) => form.filter((text) => !isBlank(text)).map((answer) => ({ answer })),
  manyAnswers: false,
};
