import { expect, it } from 'vitest';
import { twoCounts } from './counts';
import { aPoll, options, statement } from '../fixtures';

const count = { municipalities: 5, counts: [] as number[], divided: 0, means: [] as (number | null)[] };

it('a choice of one and thumbs are counted in persons and in municipalities', () => {
  const poll = aPoll({ kind: 'CHOICE', options: options('Kyllä', 'Ei') });
  const tally = { kind: 'CHOICE' as const, ballots: 12, counts: [8, 4] };
  expect(twoCounts(poll, tally, { ...count, counts: [2, 3] })).toEqual({
    unit: 'votes',
    rows: [
      { text: 'Kyllä', persons: 8, municipalities: 2 },
      { text: 'Ei', persons: 4, municipalities: 3 },
    ],
  });
});

it('a choice of several is compared by shares', () => {
  const poll = aPoll({ kind: 'CHOICE', most: 2, options: options('A', 'B') });
  const tally = { kind: 'CHOICE' as const, ballots: 10, counts: [9, 4] };
  expect(twoCounts(poll, tally, { ...count, means: [0.8, 0.55] })).toEqual({
    unit: 'share',
    rows: [
      { text: 'A', persons: 0.9, municipalities: 0.8 },
      { text: 'B', persons: 0.4, municipalities: 0.55 },
    ],
  });
});

it('others are compared by means; where nobody answered there is none', () => {
  const poll = aPoll({ scale: { steps: 5, low: 'a', high: 'b' }, statements: [statement('A')] });
  const tally = {
    kind: 'SCALE' as const,
    ballots: 6,
    statements: [{ counts: [], cantSay: 6, n: 0, mean: null, median: null }],
  };
  expect(twoCounts(poll, tally, { ...count, means: [null] })?.rows).toEqual([
    { text: 'A', persons: null, municipalities: null },
  ]);
});

it('words are not counted by municipalities', () => {
  const tally = { kind: 'WORDS' as const, ballots: 1, words: [], others: 0 };
  expect(twoCounts(aPoll({ kind: 'WORDS' }), tally, count)).toBeUndefined();
});
