import { expect, it } from 'vitest';
import type { TeamsComparison, TeamsPlace } from './teams';
import { differs, pending, simple, wording } from './choices';

const ROOM = 'sali';

const place = (from: string, to: string | null, other: Partial<TeamsPlace> = {}): TeamsPlace => ({
  room: ROOM,
  channel: 'TEAMS',
  from: `2026-04-02T${from}:00Z`,
  to: to === null ? null : `2026-04-02T${to}:00Z`,
  source: 'SELF',
  ...other,
});

const comparison = (other: Partial<TeamsComparison> = {}): TeamsComparison => ({
  participant: { id: 'a', name: 'Aino Aalto', organisation: 'Ii' },
  reported: [{ from: '2026-04-02T12:00:10Z', to: '2026-04-02T13:00:00Z', assumed: false }],
  recorded: [place('12:00', '13:00')],
  conflicts: [],
  reportedMinutes: 60,
  recordedMinutes: 60,
  outcomes: [{ choice: 'REPORT', intervals: [] }],
  accepted: null,
  seen: 'x',
  ...other,
});

const accepted = (choice: 'REPORT' | 'KEEP', changed = false): Partial<TeamsComparison> => ({
  accepted: { choice, by: 'Sihteeri', at: '2026-04-02T16:00:00Z', changed },
});

it('tells a difference of a minute, and not of seconds', () => {
  expect(differs(comparison(), ROOM)).toBe(false);
  expect(differs(comparison({ recorded: [place('12:02', '13:00')] }), ROOM)).toBe(true);
  expect(differs(comparison({ recorded: [place('12:00', null)] }), ROOM)).toBe(true);
  expect(differs(comparison({ recorded: [place('12:00', '13:00', { channel: 'ON_SITE' })] }), ROOM)).toBe(
    true,
  );
  expect(differs(comparison({ conflicts: [place('12:00', '12:10')] }), ROOM)).toBe(true);
});

it('takes for simple what differs, overlaps with nothing and is not decided', () => {
  const late = { recorded: [place('12:30', '13:00')] };
  expect(simple([comparison(late)], ROOM)).toHaveLength(1);
  expect(simple([comparison()], ROOM)).toHaveLength(0);
  expect(simple([comparison({ ...late, conflicts: [place('12:00', '12:10')] })], ROOM)).toHaveLength(0);
  expect(simple([comparison({ ...late, reported: [] })], ROOM)).toHaveLength(0);
  expect(simple([comparison({ ...late, ...accepted('REPORT') })], ROOM)).toHaveLength(0);
  expect(simple([comparison({ ...late, ...accepted('REPORT', true) })], ROOM)).toHaveLength(1);
});

it('says what a choice does here', () => {
  expect(wording(comparison(), 'KEEP')).toBe('KEEP');
  expect(wording(comparison(accepted('REPORT')), 'KEEP')).toBe('RESTORE');
  expect(wording(comparison(accepted('KEEP')), 'KEEP')).toBe('KEEP');
  expect(wording(comparison({ reported: [] }), 'REPORT')).toBe('GONE');
});

it('sends what is chosen and does not hold already', () => {
  expect(pending([comparison()], {})).toEqual([]);
  expect(pending([comparison()], { a: 'REPORT' })).toEqual([
    { participant: 'a', choice: 'REPORT', seen: 'x' },
  ]);
  expect(pending([comparison(accepted('REPORT'))], { a: 'REPORT' })).toEqual([]);
  expect(pending([comparison(accepted('REPORT'))], { a: 'KEEP' })).toHaveLength(1);
  expect(pending([comparison({ outcomes: [{ choice: 'BESIDE', intervals: [] }] })], { a: 'REPORT' })).toEqual(
    [],
  );
});
