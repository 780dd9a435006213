import type { Commitment, Organisation, Poll, Result } from '../api/contract';

/** What a municipality's tile shows for one goal set. */
export type Mark = Commitment['answer'] | 'ANSWERED' | 'MISSING';

export interface Reservation {
  organisation: Organisation;
  statement: number;
  text: string;
}

/**
 * One mark for each goal set. While the answers are not shown, all that may be told is whether the municipality has
 * answered.
 */
export function marks(poll: Poll, result: Result, organisation: string): Mark[] {
  const named = result.commitment?.organisations.find((entry) => entry.organisation === organisation);
  if (named) return named.answers.map((answer) => answer.answer);
  const answered = result.answered.some((entry) => entry.organisation === organisation);
  return poll.statements.map(() => (answered ? 'ANSWERED' : 'MISSING'));
}

/** The reservations in the order of the organisations given. */
export function reservations(result: Result, organisations: readonly Organisation[]): Reservation[] {
  const answers = new Map(
    result.commitment?.organisations.map((entry) => [entry.organisation, entry.answers]),
  );
  return organisations.flatMap((organisation) =>
    (answers.get(organisation.id) ?? []).flatMap((answer, statement) =>
      answer.reservation ? [{ organisation, statement, text: answer.reservation }] : [],
    ),
  );
}
