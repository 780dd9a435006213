import type {
  ParticipantPage,
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
  TeamsAttendee,
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
  /** From when until when those listed were present, for a report without times: `09:00`. */
  span?: { from: string; until: string };
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
  participant: string,
  room: string,
  file: File,
  wishes: Wishes,
): Promise<TeamsPreview> =>
  send(`${reports(room)}/preview?${query(wishes)}`, { method: 'POST', participant, body: file });

/** Stores a file as it was previewed. The same `id` stores it once. */
export const storeReport = (
  participant: string,
  room: string,
  id: string,
  file: File,
  wishes: Wishes,
): Promise<void> =>
  insist(`${reports(room)}/${id}?name=${encodeURIComponent(file.name.slice(0, 200))}&${query(wishes)}`, {
    method: 'PUT',
    participant,
    body: file,
  });

export const withdrawReport = (participant: string, room: string, id: string): Promise<void> =>
  insist(`${reports(room)}/${id}`, { method: 'DELETE', participant });

export const getReconciliation = (participant: string, room: string): Promise<TeamsReconciliation> =>
  send(reports(room), { participant });

/** `match` null for nobody of the meeting. */
export const matchPerson = (
  participant: string,
  room: string,
  attendee: string,
  match: string | null,
): Promise<void> =>
  insist(`/api/rooms/${room}/teams-attendees/${attendee}`, {
    method: 'PUT',
    participant,
    body: { participant: match },
  });

export const forgetPerson = (participant: string, room: string, attendee: string): Promise<void> =>
  insist(`/api/rooms/${room}/teams-attendees/${attendee}`, { method: 'DELETE', participant });

export const acceptTimes = (participant: string, room: string, items: Choice[]): Promise<void> =>
  insist(`/api/rooms/${room}/teams-acceptances`, { method: 'POST', participant, body: { items } });

/** Everyone of the meeting whose names begin so, the first fifty. */
export const findByName = (
  participant: string,
  search: string,
  signal: AbortSignal,
): Promise<ParticipantPage> =>
  send(`/api/attendance/participants?search=${encodeURIComponent(search)}`, { participant, signal });

function query({ dateOrder, zone, columns, span }: Wishes): string {
  const all = new URLSearchParams();
  if (dateOrder) all.set('dateOrder', dateOrder);
  if (zone) all.set('zone', zone);
  for (const [name, column] of Object.entries(columns ?? {})) {
    if (column !== null) all.set(`${name}Column`, String(column));
  }
  if (span) {
    all.set('presentFrom', span.from);
    all.set('presentUntil', span.until);
  }
  return all.toString();
}
