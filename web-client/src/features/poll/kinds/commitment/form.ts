import { ballots } from '../../ballot/texts';
import { common } from '../../../../words/common';
import type { Row } from './answers';
import type { KindForm } from '../form';
import CommitmentFields from './CommitmentFields.svelte';

export const commitmentForm: KindForm<readonly Row[]> = {
  Fields: CommitmentFields,
  progress: ({ statements: { length: of } }, _, { length: open }, tried) =>
    tried && open > 0 ? ballots.t.commitment.missing(open) : ballots.t.answered(of - open, of),
  lines: (poll, form) =>
    form.flatMap(({ answer, reservation }, i) =>
      answer === null
        ? []
        : [
            {
              about: poll.statements[i]?.text,
              answer: common.t.commitment[answer],
              ...(answer === 'RESERVATION' ? { remark: reservation } : {}),
            },
          ],
    ),
  manyAnswers: true,
};
