import type { MunicipalCount, Poll, Tally } from '../polls';
import { isContest, measureOf, namesOf, valuesOf, type Measure } from '../measures';

export interface CountRow {
  text: string;
  persons: number | null;
  municipalities: number | null;
}

/** One vote counted twice, row by row: by persons, and with every municipality weighing the same. */
export interface TwoCounts {
  /** `votes`: how many persons, and how many municipalities lean that way; otherwise means or shares. */
  unit: 'votes' | Measure;
  rows: CountRow[];
}

/** Undefined for kinds that are not counted by municipalities. */
export function twoCounts(poll: Poll, tally: Tally, count: MunicipalCount): TwoCounts | undefined {
  const unit = measureOf(tally);
  if (!unit) return undefined;
  const one = (tally.kind === 'CHOICE' && poll.most === 1) || tally.kind === 'THUMBS';
  const [persons, municipalities] = one ? [tally.counts, count.counts] : [valuesOf(tally), count.means];
  const rows = namesOf(poll).map((text, i) => ({
    text,
    persons: persons[i] ?? null,
    municipalities: municipalities[i] ?? null,
  }));
  if (isContest(tally)) rows.sort((a, b) => (b.persons ?? 0) - (a.persons ?? 0));
  return { unit: one ? 'votes' : unit, rows };
}
