import type { CommitmentAnswer } from '../../polls';
import type { FaultName, Kind } from '../kind';
import { isBlank, oneLine } from '../text/answers';

/** The answer to one goal. The text is kept while another answer is tried. */
export interface Row {
  answer: CommitmentAnswer | null;
  reservation: string;
}

export const RESERVATION_MAX = 1000;

export const commitment: Kind<readonly Row[]> = {
  empty: (poll) => poll.statements.map(() => ({ answer: null, reservation: '' })),
  faults: (form) =>
    form.flatMap((row, place) => {
      const what = faultOf(row);
      return what ? [{ place, what }] : [];
    }),
  write: (form) => ({
    commitment: form.map(({ answer, reservation }) => ({
      answer: answer ?? 'DECLINES',
      reservation: answer === 'RESERVATION' ? inLines(reservation) : null,
    })),
  }),
  read: ({ commitment }, poll) =>
    commitment?.length === poll.statements.length
      ? commitment.map(({ answer, reservation }) => ({ answer, reservation: reservation ?? '' }))
      : undefined,
};

function faultOf({ answer, reservation }: Row): FaultName | undefined {
  if (answer === null) return 'missing';
  if (answer !== 'RESERVATION') return undefined;
  if (isBlank(reservation)) return 'reservationMissing';
  return [...inLines(reservation)].length > RESERVATION_MAX ? 'reservationTooLong' : undefined;
}

/** As the server stores it: its lines kept, single blanks, none around. */
const inLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/u)
    .map(oneLine)
    .join('\n')
    .trim();
