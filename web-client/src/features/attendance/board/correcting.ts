import type { AttendanceCorrection, Channel, AttendanceHistory } from '../attendance';
import { instantOf, onWall } from '../wallclock';

/** One interval as it stands in the form; times are the wall clock's to the minute. */
export interface Line {
  key: number;
  room: string;
  channel: Channel;
  from: string;
  to: string;
  /** The exact instants behind the times, which count as long as nobody changes them. */
  was: { from: string; to: string; fromInstant: string; toInstant: string | null } | undefined;
}

const minute = (instant: string, zone: string): string => onWall(instant, zone).slice(0, 16);

export function linesOf(history: AttendanceHistory, zone: string): Line[] {
  return history.intervals.map((interval, key) => {
    const from = minute(interval.from, zone);
    const to = interval.to === null ? '' : minute(interval.to, zone);
    return {
      key,
      room: interval.room,
      channel: interval.channel,
      from,
      to,
      was: { from, to, fromInstant: interval.from, toInstant: interval.to },
    };
  });
}

/** What is sent; the place of each line without a beginning stands among the faults. */
export function intervalsOf(
  lines: readonly Line[],
  zone: string,
): { intervals: AttendanceCorrection['intervals']; missing: number[] } {
  const missing = lines.flatMap((line, i) => (line.from === '' ? [i] : []));
  const intervals = lines
    .filter((line) => line.from !== '')
    .map((line) => ({
      room: line.room,
      channel: line.channel,
      from: line.was?.from === line.from ? line.was.fromInstant : instantOf(line.from, zone),
      to: line.was?.to === line.to ? line.was.toInstant : line.to === '' ? null : instantOf(line.to, zone),
    }));
  return { intervals, missing };
}

export const FAULTS = ['overlap', 'future', 'empty', 'unknown', 'missing'] as const;
export type Fault = (typeof FAULTS)[number];

/** The line that the server found fault with, and what with; undefined for anything else. */
export function faultAt(field: string, message: string): { line: number; fault: Fault } | undefined {
  const line = /^intervals\[(\d+)\]/.exec(field)?.[1];
  const fault = FAULTS.find((one) => one === message);
  return line === undefined || fault === undefined ? undefined : { line: Number(line), fault };
}
