import { expect, it } from 'vitest';
import { verdicts } from './decision';

const requirement = (votes: number, needed: number) => ({ votes, needed, base: 30, met: votes >= needed });

it('an item is accepted when it got what its rule asks for; an abstention is no item', () => {
  const items = [requirement(20, 20), requirement(7, 20), null];
  expect(verdicts({ quorum: null, items }).map((one) => [one.item, one.outcome])).toEqual([
    [0, 'accepted'],
    [1, 'rejected'],
  ]);
});

it('nothing is decided without a quorum', () => {
  const quorum = requirement(14, 16);
  expect(verdicts({ quorum, items: [requirement(14, 10)] })[0]?.outcome).toBe('void');
  expect(verdicts({ quorum: requirement(16, 16), items: [requirement(14, 10)] })[0]?.outcome).toBe(
    'accepted',
  );
});
