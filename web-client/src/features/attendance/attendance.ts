import type {
  AttendanceAt,
  AttendanceCorrection,
  AttendanceCurve,
  AttendanceHistory,
  AttendanceMark,
  AttendanceWatch,
  ParticipantPage,
  ParticipantPresence,
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
  ParticipantPage,
  ParticipantPresence,
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
export const getAttendance = (participant: string, at: string): Promise<AttendanceAt> =>
  send(`/api/attendance?at=${encodeURIComponent(at)}`, { participant });

export const getCurve = (participant: string): Promise<AttendanceCurve> =>
  insist('/api/attendance/curve', { participant });

export const getWatch = (participant: string): Promise<AttendanceWatch> =>
  insist('/api/attendance/watch', { participant });

/** A page of people by name. */
export const findParticipants = (
  participant: string,
  search: Search,
  signal?: AbortSignal,
): Promise<ParticipantPage> =>
  insist(`/api/attendance/participants?${new URLSearchParams({ ...search }).toString()}`, {
    participant,
    ...(signal && { signal }),
  });

/** Whose badge this is; `badge` is the whole text of its code. */
export const readBadge = (participant: string, badge: string): Promise<ParticipantPresence> =>
  insist('/api/attendance/badge', { method: 'POST', participant, body: { badge } });

export const getHistory = (participant: string, person: string): Promise<AttendanceHistory> =>
  insist(`/api/participants/${person}/attendance`, { participant });

/** Records for a person that they are here or have left. Saying the same again changes nothing. */
export const markAttendance = (
  participant: string,
  person: string,
  body: AttendanceMark,
  options: Pick<Command, 'onWaiting' | 'signal'> = {},
): Promise<ParticipantPresence> =>
  insist(`/api/participants/${person}/attendance`, { method: 'PUT', participant, body, ...options });

/** Replaces all of a person's intervals. */
export const correctAttendance = (
  participant: string,
  person: string,
  body: AttendanceCorrection,
): Promise<AttendanceHistory> =>
  insist(`/api/participants/${person}/attendance/intervals`, { method: 'PUT', participant, body });
