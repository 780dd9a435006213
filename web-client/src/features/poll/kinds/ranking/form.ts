import { ballots } from '../../ballot/texts';
import { optionOf } from '../form';
import type { KindForm } from '../form';
import RankingFields from './RankingFields.svelte';

export const rankingForm: KindForm<readonly number[]> = {
  Fields: RankingFields,
  progress: (poll, form) => ballots.t.ranking.progress(form.length, poll.options.length),
  lines: (poll, form) => form.map((place) => ({ answer: optionOf(poll, place) })),
  manyAnswers: false,
};
