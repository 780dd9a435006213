import type {
  AttendanceAt,
  AttendanceCorrection,
  AttendanceCurve,
  AttendanceHistory,
  AttendanceMark,
  AttendanceWatch,
  Ballot,
  OwnBallot,
  People,
  PersonPresence,
  Receipt,
} from '../../net/contract';
import { insist, send, type Command } from '../../net/http';

export type {
  AttendanceCorrection,
  AttendanceCurve,
  AttendanceData,
  AttendanceHistory,
  AttendanceMark,
  AttendanceWatch,
  Channel,
  Organisation,
  People,
  PersonPresence,
} from '../../net/contract';

export type Interval = AttendanceHistory['intervals'][number];
export type Recording = Interval['came'];

/** Whom to look for. */
export interface Search {
  search?: string;
  show?: 'ALL' | 'PRESENT' | 'AWAY' | 'UNCONNECTED';
  organisation?: string;
  /** The `next` of the page before. */
  after?: string;
}

/** The board as it was at an instant. */
export const getAttendance = (seat: string, at: string): Promise<AttendanceAt> =>
  send(`/api/attendance?at=${encodeURIComponent(at)}`, { seat });

export const getCurve = (seat: string): Promise<AttendanceCurve> => insist('/api/attendance/curve', { seat });

export const getWatch = (seat: string): Promise<AttendanceWatch> => insist('/api/attendance/watch', { seat });

/** A page of people by name. */
export const findPeople = (seat: string, search: Search, signal?: AbortSignal): Promise<People> =>
  insist(`/api/attendance/people?${new URLSearchParams({ ...search }).toString()}`, {
    seat,
    ...(signal && { signal }),
  });

/** Whose badge this is; `badge` is the whole text of its code. */
export const readBadge = (seat: string, badge: string): Promise<PersonPresence> =>
  insist('/api/attendance/badge', { method: 'POST', seat, body: { badge } });

export const getHistory = (seat: string, person: string): Promise<AttendanceHistory> =>
  insist(`/api/participants/${person}/attendance`, { seat });

/** Records for a person that they are here or have left. Saying the same again changes nothing. */
export const markAttendance = (
  seat: string,
  person: string,
  body: AttendanceMark,
  options: Pick<Command, 'onWaiting' | 'signal'> = {},
): Promise<PersonPresence> =>
  insist(`/api/participants/${person}/attendance`, { method: 'PUT', seat, body, ...options });

/** Replaces all of a person's intervals. */
export const correctAttendance = (
  seat: string,
  person: string,
  body: AttendanceCorrection,
): Promise<AttendanceHistory> =>
  insist(`/api/participants/${person}/attendance/intervals`, { method: 'PUT', seat, body });

/** What is stored of a person in a named poll. */
export const getBallotOf = (seat: string, poll: string, person: string): Promise<OwnBallot> =>
  insist(`/api/polls/${poll}/participants/${person}/ballot`, { seat });

/** Votes in a named poll for a person without a phone. The same ballot sent again is acknowledged again. */
export const enterBallot = (seat: string, poll: string, person: string, body: Ballot): Promise<Receipt> =>
  insist(`/api/polls/${poll}/participants/${person}/ballot`, { method: 'PUT', seat, body });
