import { ballots } from '../../ballot/texts';
import { common } from '../../../../words/common';
import type { Choice } from './answers';
import type { KindForm } from '../form';
import ScaleFields from './ScaleFields.svelte';

export const scaleForm: KindForm<readonly Choice[]> = {
  Fields: ScaleFields,
  progress: ({ statements: { length: of } }, _, { length: open }, tried) =>
    tried && open > 0 ? ballots.t.scale.missing(open) : ballots.t.answered(of - open, of),
  lines: (poll, form) =>
    form.map((choice, i) => ({
      about: poll.statements[i]?.text,
      answer: typeof choice === 'number' ? `${choice}` : common.t.cantSay,
    })),
  manyAnswers: true,
};
