import type { Commitment, CommitmentTally, Organisation, Poll, Result } from '../../../../net/contract';
import { municipalities } from '../../../meeting/staff';

/** What an organisation's tile shows. */
export type Mark = Commitment['answer'] | 'ANSWERED' | 'MISSING';

export interface Reservation {
  organisation: Organisation;
  /** Index of the goal. */
  statement: number;
  text: string;
}

/** A goal set and the goals that were asked about, by their index among the poll's statements. */
export interface GoalSet {
  name: string | null;
  goals: number[];
}

const commitmentOf = (result: Result): CommitmentTally | undefined =>
  result.tally?.kind === 'COMMITMENT' ? result.tally : undefined;

/** An organisation's answers by goal; undefined where it gave none or they are not shown. */
export const answersOf = (result: Result, organisation: string): Commitment[] | undefined =>
  commitmentOf(result)?.organisations.find((entry) => entry.organisation === organisation)?.answers;

/**
 * One mark for all goals together: one that is declined outweighs a reservation, and a reservation the rest. While the
 * answers are not shown, all that may be told is whether the organisation has answered.
 */
export function overall(result: Result, organisation: string): Mark {
  const answers = answersOf(result, organisation)?.map((one) => one.answer);
  if (answers?.includes('DECLINES')) return 'DECLINES';
  if (answers?.includes('RESERVATION')) return 'RESERVATION';
  if (answers) return 'COMMITS';
  return result.answered.some((entry) => entry.organisation === organisation) ? 'ANSWERED' : 'MISSING';
}

/**
 * Those whose answer is waited for: the municipalities, and in a poll limited to groups, whose members the poll does not
 * name, those that have answered.
 */
export function voters(poll: Poll, result: Result, organisations: readonly Organisation[]): Organisation[] {
  if (poll.rules.groups.length === 0) return municipalities(organisations);
  return organisations.filter((organisation) => overall(result, organisation.id) !== 'MISSING');
}

/** The reservations in the order of the organisations given. */
export function reservations(result: Result, organisations: readonly Organisation[]): Reservation[] {
  return organisations.flatMap((organisation) =>
    (answersOf(result, organisation.id) ?? []).flatMap((answer, statement) =>
      answer.reservation ? [{ organisation, statement, text: answer.reservation }] : [],
    ),
  );
}

/** The goals by set, both in the order asked. */
export function goalSets(poll: Poll): GoalSet[] {
  const sets = new Map<string | null, GoalSet>();
  poll.statements.forEach(({ goalSet }, i) => {
    const set = sets.get(goalSet);
    if (set) set.goals.push(i);
    else sets.set(goalSet, { name: goalSet, goals: [i] });
  });
  return [...sets.values()];
}
