import type { Poll, Thumb } from '../polls';
import { charts } from './texts';
import { decimal } from '../../../words/format';
import type { Measure } from '../measures';

const DIGITS: Record<Measure, number> = { mean: 2, share: 0, borda: 1, points: 1, commits: 0 };

const isShare = (measure: Measure): boolean => measure === 'share' || measure === 'commits';

/** `57 %`; whole per cents, for there are tens of voters rather than thousands. */
export const percent = (share: number): string => charts.t.percent(decimal(share * 100, 0));

/** A value as it is written everywhere: `3,42`, `57 %`. */
export const figure = (measure: Measure, value: number): string =>
  isShare(measure) ? percent(value) : decimal(value, DIGITS[measure]);

/** The difference of the two as they are written, with its sign: `+0,42`, `−3 %-yks.`, `±0`. */
export function difference(measure: Measure, before: number, after: number): string {
  const scale = isShare(measure) ? 100 : 10 ** DIGITS[measure];
  const change = (Math.round(after * scale) - Math.round(before * scale)) / scale;
  if (change === 0) return '±0';
  const sign = change > 0 ? '+' : '−';
  if (isShare(measure)) return charts.t.percentPoints(sign + decimal(Math.abs(change) * 100, 0));
  return sign + figure(measure, Math.abs(change));
}

/** What an option is called; thumbs are named by their codes. */
export const nameIn = (poll: Poll, name: string): string =>
  poll.kind === 'THUMBS' ? charts.t.thumbs[name as Thumb] : name;
