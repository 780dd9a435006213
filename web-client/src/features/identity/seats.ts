import type { Seat } from './seat';
import { keep, recall } from '../../net/store';

/** A seat that this browser holds. The cookie that proves it is out of reach of scripts; this is only for finding it. */
export interface KnownSeat {
  id: string;
  name: string;
  code: string;
  title: string;
  /** Whether it has another page than a participant's. */
  staff: boolean;
}

const KEY = 'seats';
const MOST = 20;

export function knownSeats(): KnownSeat[] {
  return recall<KnownSeat[]>(KEY) ?? [];
}

export function knownSeatIn(code: string): KnownSeat | undefined {
  return knownSeats().find((seat) => seat.code.toUpperCase() === code.toUpperCase());
}

export function rememberSeat(seat: Seat): void {
  const known: KnownSeat = {
    id: seat.id,
    name: seat.name,
    code: seat.meeting.code,
    title: seat.meeting.title,
    staff: seat.roles.some(({ role }) => role !== 'PARTICIPANT'),
  };
  keep(KEY, [known, ...knownSeats().filter((other) => other.id !== seat.id)].slice(0, MOST));
}

export function forgetSeat(id: string): void {
  keep(
    KEY,
    knownSeats().filter((seat) => seat.id !== id),
  );
}
