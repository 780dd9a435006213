import { expect, it } from 'vitest';
import { mostAt, steps, ticks, total, type CurvePoint } from './curve';

const point = (minute: number, onSite: number, teams: number): CurvePoint => ({
  at: `2026-04-02T09:0${minute}:00Z`,
  onSite,
  teams,
  municipalities: onSite,
});

it('finds when most were present', () => {
  const points = [point(0, 1, 0), point(1, 2, 3), point(2, 5, 0), point(3, 0, 0)];
  expect(mostAt(points)).toBe(points[1]);
  expect(mostAt([])).toBeUndefined();
});

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4, 6]],
  [130, [0, 50, 100, 150]],
  [10_000, [0, 5_000, 10_000]],
])('divides %i into round parts', (most, expected) => {
  expect(ticks(most)).toEqual(expected);
});

it('draws steps', () => {
  const points = [point(0, 1, 0), point(1, 2, 0), point(2, 0, 0)];
  expect(
    steps(
      points,
      (at) => Number(at.slice(15, 16)) * 10,
      (one) => 100 - total(one),
    ),
  ).toBe('M0.0,99.0 H10.0 V98.0 H20.0 V100.0');
});
