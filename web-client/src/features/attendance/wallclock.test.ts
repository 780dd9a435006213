import { expect, it } from 'vitest';
import { instantOf, onWall } from './wallclock';

const HELSINKI = 'Europe/Helsinki';

it('reads and shows the clock on the wall', () => {
  expect(instantOf('2026-04-02T13:40', HELSINKI)).toBe('2026-04-02T10:40:00.000Z');
  expect(instantOf('2026-01-15T00:05:09', HELSINKI)).toBe('2026-01-14T22:05:09.000Z');
  expect(onWall('2026-04-02T10:40:05.123456Z', HELSINKI)).toBe('2026-04-02T13:40:05');
  expect(onWall('2026-01-14T22:00:00Z', HELSINKI)).toBe('2026-01-15T00:00:00');
});

it('knows the nights in which the clocks are changed', () => {
  // 3.00–4.00 comes twice on 25 October: the first is still summer time.
  expect(instantOf('2026-10-25T03:30', HELSINKI)).toBe('2026-10-25T00:30:00.000Z');
  expect(instantOf('2026-10-25T02:59', HELSINKI)).toBe('2026-10-24T23:59:00.000Z');
  expect(instantOf('2026-10-25T04:00', HELSINKI)).toBe('2026-10-25T02:00:00.000Z');
  // 3.00–4.00 is left out on 29 March.
  expect(instantOf('2026-03-29T03:30', HELSINKI)).toBe('2026-03-29T01:30:00.000Z');
  expect(onWall('2026-03-29T01:30:00Z', HELSINKI)).toBe('2026-03-29T04:30:00');
  expect(instantOf('2026-03-29T04:00', HELSINKI)).toBe('2026-03-29T01:00:00.000Z');
});

it('gives the moments of a year back', () => {
  for (let at = Date.parse('2026-01-01T00:00:00Z'); at < Date.parse('2027-01-01'); at += 7_919_000) {
    const wall = onWall(at, HELSINKI);
    expect(onWall(instantOf(wall, HELSINKI), HELSINKI)).toBe(wall);
  }
});
