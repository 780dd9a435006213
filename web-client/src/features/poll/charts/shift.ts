import type { Poll, Result } from '../polls';
import { axisOf, isContest, measureOf, namesOf, valuesOf, type Measure } from '../measures';
import type { Round } from '../rounds';

export interface ShiftRow {
  text: string;
  before: number;
  after: number;
}

export interface Shift {
  measure: Measure;
  /** The ends of the common axis. */
  low: number;
  high: number;
  /** In the order asked, or where options compete the best first; what nobody answered in one round has no row. */
  rows: ShiftRow[];
}

/** How the answers moved between two rounds of the same questions; undefined for kinds that have no number per question. */
export function shiftOf(poll: Poll, result: Result, before: Round): Shift | undefined {
  const [older, newer] = [before.result.tally, result.tally];
  const measure = newer && measureOf(newer);
  if (!measure || older?.kind !== newer.kind) return undefined;
  const [from, to] = [valuesOf(older), valuesOf(newer)];
  const rows = namesOf(poll).flatMap((text, i): ShiftRow[] => {
    const [a, b] = [from[i] ?? null, to[i] ?? null];
    return a === null || b === null ? [] : [{ text, before: a, after: b }];
  });
  if (isContest(newer)) rows.sort((a, b) => b.after - a.after);
  return {
    measure,
    ...axisOf(
      measure,
      poll,
      rows.flatMap((row) => [row.before, row.after]),
    ),
    rows,
  };
}
