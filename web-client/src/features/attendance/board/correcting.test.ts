import { expect, it } from 'vitest';
import type { AttendanceHistory } from '../attendance';
import { faultAt, intervalsOf, linesOf } from './correcting';

const ZONE = 'Europe/Helsinki';
const recording = { source: 'SELF', by: null, at: '2026-04-02T09:00:00Z', reason: null } as const;
const history = {
  version: 'v',
  past: [],
  participant: {},
  intervals: [
    {
      room: 'a',
      channel: 'ON_SITE',
      from: '2026-04-02T09:00:12.345678Z',
      to: '2026-04-02T10:40:59.000001Z',
      came: recording,
      went: recording,
    },
    { room: 'b', channel: 'TEAMS', from: '2026-04-02T11:19:30Z', to: null, came: recording, went: null },
  ],
} as unknown as AttendanceHistory;

it('keeps exact instants that nobody has changed', () => {
  const lines = linesOf(history, ZONE);
  expect(lines.map(({ from, to }) => [from, to])).toEqual([
    ['2026-04-02T12:00', '2026-04-02T13:40'],
    ['2026-04-02T14:19', ''],
  ]);
  const first = lines[0];
  if (!first) throw new Error('no line');
  first.to = '2026-04-02T13:30';
  expect(intervalsOf(lines, ZONE).intervals).toEqual([
    {
      room: 'a',
      channel: 'ON_SITE',
      from: '2026-04-02T09:00:12.345678Z',
      to: '2026-04-02T10:30:00.000Z',
    },
    { room: 'b', channel: 'TEAMS', from: '2026-04-02T11:19:30Z', to: null },
  ]);
});

it('ends what lasted, and reopens what had ended', () => {
  const lines = linesOf(history, ZONE);
  for (const line of lines) line.to = line.to === '' ? '2026-04-02T15:00' : '';
  expect(intervalsOf(lines, ZONE).intervals.map(({ to }) => to)).toEqual([null, '2026-04-02T12:00:00.000Z']);
});

it('misses beginnings', () => {
  const lines = [
    ...linesOf(history, ZONE),
    { key: 9, room: 'a', channel: 'TEAMS' as const, from: '', to: '', was: undefined },
  ];
  expect(intervalsOf(lines, ZONE)).toMatchObject({ missing: [2] });
});

it('understands the server', () => {
  expect(faultAt('intervals[3].from', 'overlap')).toEqual({ line: 3, fault: 'overlap' });
  expect(faultAt('reason', 'missing')).toBeUndefined();
  expect(faultAt('intervals[0].to', 'strange')).toBeUndefined();
});
