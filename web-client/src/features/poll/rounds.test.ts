import { expect, it } from 'vitest';
import type { ChoiceTally } from './polls';
import { aPoll, aResult, options } from './fixtures';
import { beforeOf } from './rounds';

const tally: ChoiceTally = { kind: 'CHOICE', ballots: 3, counts: [2, 1] };
const first = aPoll({ id: 'a', kind: 'CHOICE', options: options('Kyllä', 'Ei') });
const second = { ...first, id: 'b', round: 2, previous: 'a' };
const results = [aResult(tally, { poll: 'a' }), aResult(tally, { poll: 'b' })];

it('finds the round before, with its result', () => {
  expect(beforeOf(second, [second, first], results)).toEqual({ poll: first, result: results[0] });
  expect(beforeOf(first, [second, first], results)).toBeUndefined();
});

it('finds none while either has no tally', () => {
  expect(beforeOf(second, [second, first], results.slice(1))).toBeUndefined();
  expect(beforeOf(second, [second, first], results.slice(0, 1))).toBeUndefined();
  const untold = [aResult(null, { poll: 'a' }), aResult(tally, { poll: 'b' })];
  expect(beforeOf(second, [second, first], untold)).toBeUndefined();
});

it('finds none that asked something else, or was set aside', () => {
  const other = { ...first, options: options('Kyllä', 'En') };
  expect(beforeOf(second, [second, other], results)).toBeUndefined();
  const discarded = { ...first, state: 'DISCARDED' as const };
  expect(beforeOf(second, [second, discarded], results)).toBeUndefined();
});

it('asked the same under another title', () => {
  const reworded = { ...second, title: 'Toinen kierros' };
  expect(beforeOf(reworded, [reworded, first], results)).toBeDefined();
});
