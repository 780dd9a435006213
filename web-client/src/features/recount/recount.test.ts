import { describe, expect, it } from 'vitest';
import { aPoll, options, statement } from '../poll/testing';
import { drawn, recount } from './recount';

const steps = (n: number) => ({ steps: n, low: 'Eri mieltä', high: 'Samaa mieltä' });

describe('a recount', () => {
  it('of a scale gives distribution, mean and median without those who cannot say', () => {
    const poll = aPoll({ scale: steps(5), statements: [statement('A'), statement('B'), statement('C')] });
    const ballots = [
      [1, 4, null],
      [2, 5, null],
      [2, null, null],
      [5, 4, null],
    ];
    expect(recount(poll, ballots)).toEqual({
      kind: 'SCALE',
      ballots: 4,
      statements: [
        // 1 + 2 + 2 + 5 = 10 of 4; the two in the middle are 2 and 2.
        { counts: [1, 2, 0, 0, 1], cantSay: 0, n: 4, mean: 2.5, median: 2 },
        // 13 of 3 is 4.333…
        { counts: [0, 0, 0, 2, 1], cantSay: 1, n: 3, mean: 4.33, median: 4 },
        { counts: [0, 0, 0, 0, 0], cantSay: 4, n: 0, mean: null, median: null },
      ],
    });
  });

  it('has a half as the median where the middle lies between two answers', () => {
    const poll = aPoll({ scale: steps(5), statements: [statement('A')] });
    expect(recount(poll, [[2], [5]])).toMatchObject({ statements: [{ median: 3.5, mean: 3.5 }] });
  });

  it('rounds a mean half up in whole numbers', () => {
    const poll = aPoll({ scale: steps(2), statements: [statement('A')] });
    // 201 of 200 answers is 1.005, which no floating-point number is exactly.
    const ballots = Array.from({ length: 200 }, (_, i) => [i === 0 ? 2 : 1]);
    expect(recount(poll, ballots)).toMatchObject({ statements: [{ mean: 1.01 }] });
  });

  it('of a choice counts each chosen option', () => {
    const poll = aPoll({ kind: 'CHOICE', most: 2, options: options('A', 'B', 'C') });
    expect(recount(poll, [[0, 2], [2], [1, 2]])).toEqual({ kind: 'CHOICE', ballots: 3, counts: [1, 1, 3] });
  });

  it('of thumbs counts up, sideways and down', () => {
    const poll = aPoll({ kind: 'THUMBS' });
    expect(recount(poll, [['UP'], ['DOWN'], ['UP'], ['SIDEWAYS']])).toEqual({
      kind: 'THUMBS',
      ballots: 4,
      counts: [2, 1, 1],
    });
  });

  it('of a ranking gives Borda points, sharing what remains among those left out', () => {
    const poll = aPoll({ kind: 'RANKING', options: options('A', 'B', 'C', 'D') });
    // C 3, A 2, the left out B and D share 1 and 0: a half each; then B 3, D 2, A 1, C 0.
    expect(recount(poll, [[2, 0], [1, 3, 0, 2], [1]])).toEqual({
      kind: 'RANKING',
      ballots: 3,
      options: [
        // 2 + 1 + 1: the last ballot leaves three for 2, 1 and 0.
        { borda: 4, first: 0, ranked: 2 },
        { borda: 6.5, first: 2, ranked: 2 },
        { borda: 4, first: 1, ranked: 2 },
        { borda: 3.5, first: 0, ranked: 1 },
      ],
    });
  });

  it('of points gives totals and means', () => {
    const poll = aPoll({ kind: 'POINTS', options: options('A', 'B') });
    expect(
      recount(poll, [
        [100, 0],
        [50, 50],
        [0, 100],
        [5, 95],
      ]),
    ).toEqual({
      kind: 'POINTS',
      ballots: 4,
      options: [
        { total: 155, mean: 38.75 },
        { total: 245, mean: 61.25 },
      ],
    });
    expect(recount(poll, [])).toMatchObject({ options: [{ total: 0, mean: null }, {}] });
  });

  it('of words ignores case, shows the most common spelling and sorts by the Finnish alphabet', () => {
    const poll = aPoll({ kind: 'WORDS', most: 3 });
    const counted = recount(poll, [['Arki', 'äiti'], ['arki', 'zen'], ['arki'], ['Åland', 'ilo', 'Ilo']]);
    expect(counted).toEqual({
      kind: 'WORDS',
      ballots: 4,
      words: [
        { word: 'arki', count: 3, spellings: ['arki'] },
        { word: 'ilo', count: 2, spellings: ['ilo', 'Ilo'] },
        { word: 'zen', count: 1, spellings: ['zen'] },
        { word: 'Åland', count: 1, spellings: ['Åland'] },
        { word: 'äiti', count: 1, spellings: ['äiti'] },
      ],
    });
  });

  it('of texts lists them all', () => {
    const poll = aPoll({ kind: 'TEXT', most: 2 });
    expect(recount(poll, [['Yksi', 'Kaksi'], ['Kolme']])).toEqual({
      kind: 'TEXT',
      ballots: 2,
      texts: ['Yksi', 'Kaksi', 'Kolme'],
    });
  });
});

describe('a chart of a recount', () => {
  it('shows a hundred words and says how many more there were', () => {
    const ballots = Array.from({ length: 130 }, (_, i) => [`sana${i}`]);
    const counted = recount(aPoll({ kind: 'WORDS' }), ballots);
    const tally = drawn(counted, { kind: 'WORDS', ballots: 130, words: [], others: 0 });
    expect(tally).toMatchObject({ kind: 'WORDS', ballots: 130, others: 30 });
    expect(tally.kind === 'WORDS' && tally.words).toHaveLength(100);
  });
});
