import type { AttendanceCurve } from '../../../net/contract';

export type CurvePoint = AttendanceCurve['points'][number];

/** Persons, however they attend. */
export const total = (point: CurvePoint): number => point.onSite + point.teams;

/** The first point with the most persons; undefined without any. */
export function mostAt(points: readonly CurvePoint[]): CurvePoint | undefined {
  return points.reduce<CurvePoint | undefined>(
    (most, point) => (most === undefined || total(point) > total(most) ? point : most),
    undefined,
  );
}

/** Round numbers from 0 to at least the most, few enough to read. */
export function ticks(most: number): number[] {
  const rough = Math.max(most, 4) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough;
  const count = Math.ceil(Math.max(most, 1) / step);
  return Array.from({ length: count + 1 }, (_, i) => Math.round(i * step));
}

/** A path of steps: a number holds until the next point. */
export function steps(
  points: readonly CurvePoint[],
  x: (at: string) => number,
  y: (point: CurvePoint) => number,
): string {
  return points
    .map((point, i) => {
      const to = [x(point.at).toFixed(1), y(point).toFixed(1)] as const;
      return i === 0 ? `M${to[0]},${to[1]}` : `H${to[0]} V${to[1]}`;
    })
    .join(' ');
}
