import type {
  People,
  TeamsChoice,
  TeamsPreview,
  TeamsReading,
  TeamsReconciliation,
} from '../../net/contract';
import { insist, send } from '../../net/http';

export type {
  TeamsChoice,
  TeamsComparison,
  TeamsParticipant,
  TeamsPerson,
  TeamsPlace,
  TeamsPreview,
  TeamsReading,
  TeamsReconciliation,
  TeamsReport,
} from '../../net/contract';

/** The largest file that the service reads, bytes. */
export const LARGEST_REPORT = 5_000_000;

/** The most people that are accepted by one command. */
export const MOST_ACCEPTED = 100;

/** What the reader says about a file; what is not here is found out. Columns are all said, or none. */
export interface Wishes {
  dateOrder?: TeamsReading['dateOrder'];
  zone?: string;
  columns?: TeamsReading['columns'];
}

export interface Choice {
  participant: string;
  choice: TeamsChoice;
  /** Of the comparison that was looked at. */
  seen: string;
}

const reports = (room: string): string => `/api/rooms/${room}/teams-reports`;

/** Reads a file without storing it. */
export const previewReport = (
  seat: string,
  room: string,
  file: File,
  wishes: Wishes,
): Promise<TeamsPreview> =>
  send(`${reports(room)}/preview?${query(wishes)}`, { method: 'POST', seat, body: file });

/** Stores a file as it was previewed. The same `id` stores it once. */
export const storeReport = (
  seat: string,
  room: string,
  id: string,
  file: File,
  wishes: Wishes,
): Promise<void> =>
  insist(`${reports(room)}/${id}?name=${encodeURIComponent(file.name.slice(0, 200))}&${query(wishes)}`, {
    method: 'PUT',
    seat,
    body: file,
  });

export const withdrawReport = (seat: string, room: string, id: string): Promise<void> =>
  insist(`${reports(room)}/${id}`, { method: 'DELETE', seat });

export const getReconciliation = (seat: string, room: string): Promise<TeamsReconciliation> =>
  send(reports(room), { seat });

/** `participant` null for nobody of the meeting. */
export const matchPerson = (
  seat: string,
  room: string,
  person: string,
  participant: string | null,
): Promise<void> =>
  insist(`/api/rooms/${room}/teams-people/${person}`, { method: 'PUT', seat, body: { participant } });

export const forgetPerson = (seat: string, room: string, person: string): Promise<void> =>
  insist(`/api/rooms/${room}/teams-people/${person}`, { method: 'DELETE', seat });

export const acceptTimes = (seat: string, room: string, items: Choice[]): Promise<void> =>
  insist(`/api/rooms/${room}/teams-acceptances`, { method: 'POST', seat, body: { items } });

/** Everyone of the meeting whose names begin so, the first fifty. */
export const findByName = (seat: string, search: string, signal: AbortSignal): Promise<People> =>
  send(`/api/attendance/people?search=${encodeURIComponent(search)}`, { seat, signal });

function query({ dateOrder, zone, columns }: Wishes): string {
  const all = new URLSearchParams();
  if (dateOrder) all.set('dateOrder', dateOrder);
  if (zone) all.set('zone', zone);
  for (const [name, column] of Object.entries(columns ?? {})) {
    if (column !== null) all.set(`${name}Column`, String(column));
  }
  return all.toString();
}
