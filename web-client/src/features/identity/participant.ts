import type { AttendanceStatement, OwnParticipant } from '../../net/contract';
import { insist, type Command } from '../../net/http';

export type { AttendanceStatement, Channel, Role, OwnParticipant } from '../../net/contract';

export const getOwnParticipant = (participant: string): Promise<OwnParticipant> =>
  insist('/api/me', { participant });

/** Says that I am here, in which channel and room, or that I leave. */
export const putAttendance = (
  participant: string,
  body: AttendanceStatement,
  options: Pick<Command, 'onWaiting' | 'signal'> = {},
): Promise<OwnParticipant> => insist('/api/me/attendance', { method: 'PUT', participant, body, ...options });
