import { describe, expect, it } from 'vitest';
import type { BallotBundle, Poll } from '../polls';
import { publishedBallot, receiptOf } from './receipt';
import { pollOf } from './testing';

it('makes the code that the contract describes', () => {
  // python3: hashlib.sha256(b'receipt:AAAAAAAAAAAAAAAAAAAAAA').digest()[:16], each byte modulo 32
  expect(receiptOf('AAAAAAAAAAAAAAAAAAAAAA')).toBe('PGSDQ6ENHYQBMR4N');
});

it('makes another one of another key', () => {
  expect(receiptOf('AAAAAAAAAAAAAAAAAAAAAQ')).not.toBe(receiptOf('AAAAAAAAAAAAAAAAAAAAAA'));
});

describe('my ballot among the published ones', () => {
  const key = 'AAAAAAAAAAAAAAAAAAAAAA';
  const receipt = 'PGSDQ6ENHYQBMR4N';
  const bundle = (poll: Poll, ballots: BallotBundle['ballots']): BallotBundle => ({
    format: 'sovittu-ballots-1',
    meeting: 'Neuvottelu',
    poll,
    ballots: [{ receipt: 'BBBBBBBBBBBBBBBB', answers: ['SIDEWAYS'] }, ...ballots],
    tally: { kind: 'THUMBS', ballots: 1, counts: [0, 1, 0] },
  });

  it('is found by its code', () => {
    const poll = pollOf('THUMBS');
    expect(publishedBallot(poll, bundle(poll, [{ receipt, answers: ['DOWN'] }]), key)).toEqual({
      receipt,
      found: true,
      form: 'DOWN',
    });
  });

  it('is missed when it is not there', () => {
    const poll = pollOf('THUMBS');
    expect(publishedBallot(poll, bundle(poll, []), key)).toEqual({ receipt, found: false, form: undefined });
  });

  it('shows answers that are none to this poll as such', () => {
    const poll = pollOf('SCALE');
    expect(publishedBallot(poll, bundle(poll, [{ receipt, answers: [1, null, 5] }]), key).form).toEqual([
      1,
      'cantSay',
      5,
    ]);
    expect(publishedBallot(poll, bundle(poll, [{ receipt, answers: [1] }]), key)).toEqual({
      receipt,
      found: true,
      form: undefined,
    });
  });
});
