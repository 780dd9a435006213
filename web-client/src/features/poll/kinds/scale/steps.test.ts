import { expect, it } from 'vitest';
import { highest, leaning, position } from './steps';

it('bars of all statements share one scale, which is never zero', () => {
  expect(
    highest([
      { counts: [1, 4], cantSay: 2 },
      { counts: [0, 3], cantSay: 7 },
    ]),
  ).toBe(7);
  expect(highest([{ counts: [0, 0], cantSay: 0 }])).toBe(1);
  expect(highest([])).toBe(1);
});

it('a value lies in the middle of its step', () => {
  expect(position(1, 5)).toBeCloseTo(0.1);
  expect(position(3, 5)).toBe(0.5);
  expect(position(5, 5)).toBeCloseTo(0.9);
});

it('steps lean from one end to the other', () => {
  expect([1, 3, 5].map((step) => leaning(step, 5))).toEqual([-1, 0, 1]);
  expect(leaning(1, 1)).toBe(0);
});
