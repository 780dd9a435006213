import { describe, expect, it } from 'vitest';
import type { Poll, Tally } from '../polls';
import { aPoll, aResult, options, statement } from '../fixtures';
import { shiftOf } from './shift';

const shift = (poll: Poll, before: Tally, after: Tally) =>
  shiftOf({ ...poll, round: 2 }, aResult(after), { poll, result: aResult(before) });
const values = (found: ReturnType<typeof shift>) =>
  found?.rows.map(({ text, before, after }) => [text, before, after]);

describe('the shift between two rounds', () => {
  it('of a scale is that of the means, on the scale’s own axis', () => {
    const poll = aPoll({
      scale: { steps: 5, low: 'a', high: 'b' },
      statements: [statement('A'), statement('B')],
    });
    const tally = (...means: (number | null)[]): Tally => ({
      kind: 'SCALE',
      ballots: 9,
      statements: means.map((mean) => ({ counts: [], cantSay: 0, n: 9, mean, median: mean })),
    });
    const found = shift(poll, tally(2.5, null), tally(3.25, 4));
    // Nobody had an opinion on B in the first round.
    expect(values(found)).toEqual([['A', 2.5, 3.25]]);
    expect(found).toMatchObject({ measure: 'mean', low: 1, high: 5 });
  });

  it('of a choice and of thumbs is that of shares of ballots, however many voted', () => {
    const poll = aPoll({ kind: 'CHOICE', options: options('Kyllä', 'Ei') });
    const tally = (ballots: number, ...counts: number[]): Tally => ({ kind: 'CHOICE', ballots, counts });
    expect(values(shift(poll, tally(4, 1, 3), tally(10, 9, 1)))).toEqual([
      ['Kyllä', 0.25, 0.9],
      ['Ei', 0.75, 0.1],
    ]);
    const thumbs: Tally = { kind: 'THUMBS', ballots: 2, counts: [1, 1, 0] };
    expect(values(shift(aPoll({ kind: 'THUMBS' }), thumbs, thumbs))).toEqual([
      ['UP', 0.5, 0.5],
      ['SIDEWAYS', 0.5, 0.5],
      ['DOWN', 0, 0],
    ]);
    expect(values(shift(poll, tally(0, 0, 0), tally(1, 1, 0)))).toEqual([]);
  });

  it('of a ranking is that of Borda points per ballot, the best now first', () => {
    const poll = aPoll({ kind: 'RANKING', options: options('A', 'B', 'C') });
    const tally = (ballots: number, ...borda: number[]): Tally => ({
      kind: 'RANKING',
      ballots,
      options: borda.map((points) => ({ borda: points, first: 0, ranked: 0 })),
    });
    const found = shift(poll, tally(2, 4, 2, 0), tally(4, 2, 6, 4));
    expect(values(found)).toEqual([
      ['B', 1, 1.5],
      ['C', 0, 1],
      ['A', 2, 0.5],
    ]);
    expect(found).toMatchObject({ low: 0, high: 2 });
  });

  it('of points is that of the means', () => {
    const poll = aPoll({ kind: 'POINTS', options: options('A', 'B') });
    const tally = (a: number, b: number): Tally => ({
      kind: 'POINTS',
      ballots: 2,
      options: [
        { total: 2 * a, mean: a },
        { total: 2 * b, mean: b },
      ],
    });
    expect(values(shift(poll, tally(70, 30), tally(45, 55)))).toEqual([
      ['B', 30, 55],
      ['A', 70, 45],
    ]);
  });

  it('of a commitment is the share of all organisations that commit, reservations included', () => {
    const poll = aPoll({ kind: 'COMMITMENT', statements: [statement('Tavoite')] });
    const tally = (commits: number, reservations: number): Tally => ({
      kind: 'COMMITMENT',
      ballots: 3,
      of: 4,
      statements: [{ commits, reservations, declines: 0 }],
      organisations: [],
    });
    expect(values(shift(poll, tally(1, 0), tally(1, 2)))).toEqual([['Tavoite', 0.25, 0.75]]);
  });

  it('does not exist for words and texts', () => {
    const words: Tally = { kind: 'WORDS', ballots: 1, words: [], others: 0 };
    expect(shift(aPoll({ kind: 'WORDS' }), words, words)).toBeUndefined();
  });
});
