import { describe, expect, it } from 'vitest';
import type { AttendanceData, Organisation } from '../../net/contract';
import { board, isOver, municipalities, persons, regions } from './municipalities';

const organisation = (
  name: string,
  subRegion: string | null,
  kind: Organisation['kind'] = 'MUNICIPALITY',
) => ({
  id: name,
  name,
  kind,
  subRegion,
});
const all = [
  organisation('Äänekoski', 'B'),
  organisation('Zeta', 'B'),
  organisation('Alavieska', 'Ö'),
  organisation('Pohde', null, 'COUNTY'),
  organisation('Ulkokunta', null),
];

describe('municipalities', () => {
  it('are sorted by the Finnish alphabet, without other organisations', () => {
    expect(municipalities(all).map((o) => o.name)).toEqual(['Alavieska', 'Ulkokunta', 'Zeta', 'Äänekoski']);
  });

  it('are grouped by sub-region, those without one last', () => {
    expect(regions(all).map((r) => [r.name, r.municipalities.map((m) => m.name)])).toEqual([
      ['B', ['Zeta', 'Äänekoski']],
      ['Ö', ['Alavieska']],
      ['', ['Ulkokunta']],
    ]);
  });
});

describe('the attendance board', () => {
  const coverage = { onSite: 0, teams: 0, either: 0 };
  const room = (id: string, organisations: AttendanceData['rooms'][number]['organisations']) => ({
    room: id,
    onSite: 0,
    teams: 0,
    coverage,
    organisations,
  });
  const attendance: AttendanceData = {
    municipalities: 4,
    coverage,
    quota: { onSite: 3, perRoom: 1 },
    over: [
      { organisation: 'Zeta', room: 'r1', persons: 2 },
      { organisation: 'Alavieska', room: null, persons: 4 },
    ],
    rooms: [
      room('r1', [{ organisation: 'Zeta', onSite: 1, teams: 2 }]),
      room('r2', [
        { organisation: 'Zeta', onSite: 0, teams: 1 },
        { organisation: 'Pohde', onSite: 5, teams: 0 },
      ]),
    ],
  };

  it('has a row for every municipality, also where nobody is present', () => {
    const rows = board(all, attendance);
    expect(rows.map((row) => row.organisation.name)).toEqual(['Alavieska', 'Ulkokunta', 'Zeta', 'Äänekoski']);
    expect(rows[2]?.rooms.get('r1')).toEqual({ onSite: 1, teams: 2 });
    expect(rows[2]?.total).toEqual({ onSite: 1, teams: 3 });
    expect(rows[0]?.rooms.size).toBe(0);
    expect(persons(rows[0]?.rooms.get('r1'))).toBe(0);
    expect(persons(rows[2]?.total)).toBe(4);
  });

  it('says where a municipality is over the quota', () => {
    expect(isOver(attendance, 'Zeta', 'r1')).toBe(true);
    expect(isOver(attendance, 'Zeta', null)).toBe(false);
    expect(isOver(attendance, 'Alavieska', null)).toBe(true);
    expect(isOver(attendance, 'Alavieska', 'r1')).toBe(false);
  });
});
