import type { AttendanceData, Organisation } from '../../net/contract';
import { byName } from '../../words/format';

/** Persons of one organisation (or of all) by the way they attend. */
export interface Presence {
  onSite: number;
  teams: number;
}

export interface Region {
  name: string;
  municipalities: Organisation[];
}

export interface BoardRow {
  organisation: Organisation;
  /** By room id; a room where nobody is has no entry. */
  rooms: ReadonlyMap<string, Presence>;
  total: Presence;
}

export function municipalities(organisations: readonly Organisation[]): Organisation[] {
  return organisations.filter((organisation) => organisation.kind === 'MUNICIPALITY').sort(byName);
}

/** The municipalities by sub-region, both in the Finnish alphabet's order; those without a region come last. */
export const regions = (organisations: readonly Organisation[]): Region[] =>
  byRegion(municipalities(organisations));

/** As `regions`, of organisations of any kind. */
export function byRegion(organisations: readonly Organisation[]): Region[] {
  const named = new Map<string, Organisation[]>();
  for (const organisation of [...organisations].sort(byName)) {
    const name = organisation.subRegion ?? '';
    named.set(name, [...(named.get(name) ?? []), organisation]);
  }
  return [...named]
    .map(([name, members]) => ({ name, municipalities: members }))
    .sort((a, b) => Number(a.name === '') - Number(b.name === '') || byName(a, b));
}

/** Who is where: one row for each municipality, also for those with nobody present. */
export function board(organisations: readonly Organisation[], attendance: AttendanceData): BoardRow[] {
  return municipalities(organisations).map((organisation) => {
    const rooms = new Map<string, Presence>();
    const total: Presence = { onSite: 0, teams: 0 };
    for (const room of attendance.rooms) {
      const entry = room.organisations.find((present) => present.organisation === organisation.id);
      if (!entry) continue;
      rooms.set(room.room, { onSite: entry.onSite, teams: entry.teams });
      total.onSite += entry.onSite;
      total.teams += entry.teams;
    }
    return { organisation, rooms, total };
  });
}

/** How many persons, however they attend. */
export function persons(presence: Presence | undefined): number {
  return presence ? presence.onSite + presence.teams : 0;
}

/** Whether an organisation has more persons on site than the quota: in that parallel room, or with null in all. */
export function isOver(attendance: AttendanceData, organisation: string, room: string | null): boolean {
  return attendance.over.some((one) => one.organisation === organisation && one.room === room);
}
