import type { Poll, Tally } from './polls';

/** The one number per statement or option by which results are compared: shares are of ballots, from 0 to 1. */
export type Measure = 'mean' | 'share' | 'borda' | 'points' | 'commits';

/** Undefined for kinds that have no number per question. */
export function measureOf(tally: Tally): Measure | undefined {
  switch (tally.kind) {
    case 'SCALE':
      return 'mean';
    case 'CHOICE':
    case 'THUMBS':
      return 'share';
    case 'RANKING':
      return 'borda';
    case 'POINTS':
      return 'points';
    case 'COMMITMENT':
      return 'commits';
    default:
      return undefined;
  }
}

/** One number per statement or option; null where there is nothing to reckon it from. */
export function valuesOf(tally: Tally): (number | null)[] {
  const per = (n: number, of: number): number | null => (of === 0 ? null : n / of);
  switch (tally.kind) {
    case 'SCALE':
      return tally.statements.map((statement) => statement.mean);
    case 'CHOICE':
    case 'THUMBS':
      return tally.counts.map((count) => per(count, tally.ballots));
    case 'RANKING':
      return tally.options.map((option) => per(option.borda, tally.ballots));
    case 'POINTS':
      return tally.options.map((option) => option.mean);
    case 'COMMITMENT':
      return tally.statements.map((counts) => per(counts.commits + counts.reservations, tally.of));
    default:
      return [];
  }
}

/** The texts of what was asked; thumbs have none of their own and give their codes. */
export function namesOf(poll: Poll): string[] {
  if (poll.kind === 'THUMBS') return ['UP', 'SIDEWAYS', 'DOWN'];
  return poll.kind === 'SCALE' || poll.kind === 'COMMITMENT'
    ? poll.statements.map((statement) => statement.text)
    : poll.options.map((option) => option.text);
}

/** Whether the options compete for places, so that a result is best read from the first to the last. */
export const isContest = (tally: Tally): boolean => tally.kind === 'RANKING' || tally.kind === 'POINTS';

/** The ends of an axis on which all of these values lie. */
export function axisOf(
  measure: Measure,
  poll: Poll,
  values: readonly number[],
): { low: number; high: number } {
  switch (measure) {
    case 'mean':
      return { low: 1, high: poll.scale?.steps ?? 1 };
    case 'borda':
      return { low: 0, high: poll.options.length - 1 };
    case 'points':
      // Nobody gives all to one: up to a hundred the values would all crowd at the left.
      return { low: 0, high: Math.max(10, ...values) };
    default:
      return { low: 0, high: 1 };
  }
}
