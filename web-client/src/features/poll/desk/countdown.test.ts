import { describe, expect, it } from 'vitest';
import { extended, lasting, secondsLeft } from './countdown';

const now = Date.parse('2026-04-02T10:00:00.400Z');

describe('the instant of closing', () => {
  it('is reckoned from the one known, so that the same press twice extends once', () => {
    const closesAt = '2026-04-02T10:01:00Z';
    expect(extended(closesAt, 60, now)).toBe('2026-04-02T10:02:00.000Z');
    expect(extended(closesAt, 60, now + 5_000)).toBe('2026-04-02T10:02:00.000Z');
  });

  it('is reckoned from now when there is none, or it has just passed', () => {
    expect(extended(null, 30, now)).toBe('2026-04-02T10:00:31.000Z');
    expect(extended('2026-04-02T09:59:59Z', 30, now)).toBe('2026-04-02T10:00:31.000Z');
  });
});

it('counts the seconds left', () => {
  expect(secondsLeft(null, now)).toBeUndefined();
  expect(secondsLeft('2026-04-02T10:00:10Z', now)).toBe(10);
  expect(secondsLeft('2026-04-02T09:00:00Z', now)).toBe(0);
});

it('says how long', () => {
  expect([0, 45, 60, 90, 3600, 86_400, 3661].map(lasting)).toEqual([
    '0 s',
    '45 s',
    '1 min',
    '1 min 30 s',
    '1 h',
    '24 h',
    '1 h 1 min 1 s',
  ]);
});
