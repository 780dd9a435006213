import { describe, expect, it } from 'vitest';
import type { Tally, WordsTally } from '../poll';
import { compare } from './comparison';
import { aPoll, options, statement } from '../poll/testing';
import { drawn, recount } from './recount';

const wrong = (claimed: Tally, counted: ReturnType<typeof recount>): string[] =>
  compare(claimed, counted)
    .filter((one) => !one.same)
    .map((one) => one.path.join('.'));

describe('laying a recount beside what is claimed', () => {
  const scale = aPoll({
    scale: { steps: 3, low: 'a', high: 'b' },
    statements: [statement('A'), statement('B')],
  });
  const counted = recount(scale, [
    [1, null],
    [3, 2],
  ]);

  it('finds every number the same in an honest file', () => {
    const checks = compare(drawn(counted, counted as Tally), counted);
    // Kind, ballots, and per statement three counts and four more.
    expect(checks).toHaveLength(16);
    expect(checks.every((one) => one.same)).toBe(true);
  });

  it('names the number that is not', () => {
    const claimed = structuredClone(counted) as Extract<Tally, { kind: 'SCALE' }>;
    Object.assign(claimed.statements[1] ?? {}, { mean: 2.01 });
    Object.assign(claimed.statements[0]?.counts ?? [], { 2: 5 });
    expect(wrong(claimed, counted)).toEqual(['statements.0.counts.2', 'statements.1.mean']);
  });

  it('notices what is missing or too much', () => {
    const poll = aPoll({ kind: 'CHOICE', options: options('A', 'B') });
    const claimed = { kind: 'CHOICE', ballots: 1, counts: [1, 0, 0] } as const;
    expect(wrong({ ...claimed, counts: [...claimed.counts] }, recount(poll, [[0]]))).toEqual(['counts.2']);
    expect(wrong({ kind: 'CHOICE', ballots: 1, counts: [1] }, recount(poll, [[0]]))).toEqual(['counts.1']);
  });
});

describe('words', () => {
  const poll = aPoll({ kind: 'WORDS', most: 2 });
  const counted = recount(poll, [['arki', 'ilo'], ['Arki'], ['raha-asiat']]);
  const honest: WordsTally = {
    kind: 'WORDS',
    ballots: 3,
    words: [
      { word: 'Arki', count: 2 },
      { word: 'raha-asiat', count: 1 },
      { word: 'ilo', count: 1 },
    ],
    others: 0,
  };

  it('may stand in any order when given equally often, in any of their most common spellings', () => {
    expect(wrong(honest, counted)).toEqual([]);
  });

  it('must all be there, with their counts', () => {
    expect(wrong({ ...honest, words: honest.words.slice(0, 2) }, counted)).toEqual(['shown']);
    expect(
      wrong({ ...honest, words: [{ word: 'arki', count: 3 }, ...honest.words.slice(1)] }, counted),
    ).toEqual(['words.0.count']);
    expect(
      wrong({ ...honest, words: [...honest.words.slice(1), { word: 'suru', count: 1 }] }, counted),
    ).toEqual(['words.2.word', 'words.2.count', 'words.3.word']);
  });
});

describe('texts', () => {
  const entry = (text: string) => ({
    id: text,
    text,
    by: null,
    state: 'SHOWN' as const,
    group: null,
    upvotes: 3,
  });

  it('that are shown must be on a ballot; what is not shown is the chair’s doing', () => {
    const counted = recount(aPoll({ kind: 'TEXT' }), [['Yksi'], ['Kaksi']]);
    const claimed = { kind: 'TEXT' as const, ballots: 2, entries: [entry('Yksi')], groups: [], waiting: 0 };
    expect(wrong(claimed, counted)).toEqual([]);
    expect(wrong({ ...claimed, entries: [entry('Kolme')] }, counted)).toEqual(['entries.0.text']);
  });
});
