import { describe, expect, it } from 'vitest';
import type { BallotBundle } from '../poll';
import { flawsOf, isPossible, readBundle } from './bundle';
import { aPoll, options, statement } from '../poll/testing';

const bundle: BallotBundle = {
  format: 'sovittu-ballots-1',
  meeting: 'Hyte-neuvottelu',
  poll: aPoll({ kind: 'CHOICE', options: options('Kyllä', 'Ei') }),
  ballots: [{ receipt: 'ABCDEFGHJKLMNPQR', answers: [0] }],
  tally: { kind: 'CHOICE', ballots: 1, counts: [1, 0] },
};
const read = (file: unknown) => readBundle(JSON.stringify(file));

describe('reading a file', () => {
  it('gives an exported one', () => {
    expect(read(bundle)).toEqual(bundle);
  });

  it('says what is wrong with any other', () => {
    expect(readBundle('{"format": "sovittu-ball')).toBe('notJson');
    expect(readBundle('')).toBe('notJson');
    expect(read(null)).toBe('notBundle');
    expect(read([1, 2])).toBe('notBundle');
    expect(read({ format: 'something-else' })).toBe('notBundle');
    expect(read({ ...bundle, format: 'sovittu-ballots-2' })).toBe('otherVersion');
    expect(read({ ...bundle, ballots: [{ receipt: 5, answers: [0] }] })).toBe('notBundle');
    expect(read({ ...bundle, ballots: [{ receipt: 'A', answers: 'no' }] })).toBe('notBundle');
    expect(read({ ...bundle, poll: { ...bundle.poll, kind: 'LOTTERY' } })).toBe('notBundle');
    expect(read({ ...bundle, poll: { ...bundle.poll, kind: 'COMMITMENT' } })).toBe('named');
    expect(read({ ...bundle, tally: { kind: 'POINTS', ballots: 1, options: [] } })).toBe('otherTally');
    expect(read({ ...bundle, tally: 3 })).toBe('notBundle');
  });
});

describe('the ballots of a file', () => {
  it('are looked at one by one', () => {
    const ballots = [
      { receipt: 'A', answers: [0] },
      { receipt: 'B', answers: [2] },
      { receipt: 'A', answers: [1] },
    ];
    expect(flawsOf({ ...bundle, ballots })).toEqual({ impossible: [1], repeated: ['A'] });
    expect(flawsOf(bundle)).toEqual({ impossible: [], repeated: [] });
  });

  const scale = aPoll({
    scale: { steps: 5, low: 'a', high: 'b' },
    statements: [statement('A'), statement('B')],
  });
  const of = (kind: BallotBundle['poll']['kind'], most = 1) =>
    aPoll({ kind, most, options: kind === 'TEXT' || kind === 'WORDS' ? [] : options('A', 'B', 'C') });

  it.each([
    ['a value for each statement', scale, [5, null], true],
    ['too few values', scale, [5], false],
    ['a value off the scale', scale, [6, 1], false],
    ['half a step', scale, [2.5, 1], false],
    ['as many options as allowed', of('CHOICE', 2), [2, 0], true],
    ['more options than allowed', of('CHOICE', 2), [0, 1, 2], false],
    ['an option twice', of('CHOICE', 2), [1, 1], false],
    ['no option', of('CHOICE', 2), [], false],
    ['a thumb', of('THUMBS'), ['SIDEWAYS'], true],
    ['two thumbs', of('THUMBS'), ['UP', 'DOWN'], false],
    ['something else than a thumb', of('THUMBS'), ['LEFT'], false],
    ['some options ranked', of('RANKING'), [2, 0], true],
    ['an option ranked twice', of('RANKING'), [2, 2], false],
    ['a hundred points', of('POINTS'), [40, 60, 0], true],
    ['ninety-nine points', of('POINTS'), [40, 59, 0], false],
    ['a negative share', of('POINTS'), [140, -40, 0], false],
    ['texts', of('TEXT', 2), ['Yksi', 'Kaksi'], true],
    ['a number for a text', of('TEXT', 2), [1], false],
    ['words', of('WORDS', 2), ['arki', 'ilo'], true],
    ['a word twice but for its case', of('WORDS', 2), ['arki', 'Arki'], false],
    ['a commitment', of('COMMITMENT'), [{ answer: 'COMMITS' }], false],
  ])('%s', (_, poll, answers, possible) => {
    expect(isPossible(poll, answers)).toBe(possible);
  });
});
