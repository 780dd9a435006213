import type { AttendanceStatement, Seat } from '../../net/contract';
import { insist, type Command } from '../../net/http';

export type { AttendanceStatement, Channel, Role, Seat } from '../../net/contract';

export const getSeat = (seat: string): Promise<Seat> => insist('/api/seat', { seat });

/** Says that I am here, in which channel and room, or that I leave. */
export const putAttendance = (
  seat: string,
  body: AttendanceStatement,
  options: Pick<Command, 'onWaiting' | 'signal'> = {},
): Promise<Seat> => insist('/api/seat/attendance', { method: 'PUT', seat, body, ...options });
