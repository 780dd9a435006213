import type { AttendanceStatement, Seat } from './seat';
import { getSeat, putAttendance } from './seat';
import { Problem } from '../../net/http';

/** The seat that this page acts for, as the server last told it. */
export class Seating {
  seat = $state.raw() as Seat;
  /** True while a statement of attendance has not been answered. */
  busy = $state(false);
  /** Why the latest statement was refused. */
  refusal = $state.raw<Problem | undefined>(undefined);

  /** Whether anything was stated on this page: what is drawn in answer may then take the focus. */
  stated = false;

  #pending: AbortController | undefined;

  constructor(seat: Seat) {
    this.seat = seat;
  }

  async refresh(): Promise<void> {
    this.seat = await getSeat(this.seat.id);
  }

  /** Says where I am; what I say last counts, so an unanswered earlier statement is given up. */
  async state(statement: AttendanceStatement): Promise<void> {
    this.#pending?.abort();
    const pending = new AbortController();
    this.#pending = pending;
    this.busy = true;
    this.stated = true;
    this.refusal = undefined;
    try {
      this.seat = await putAttendance(this.seat.id, statement, { signal: pending.signal });
    } catch (failure) {
      if (pending.signal.aborted) return;
      if (!(failure instanceof Problem)) throw failure;
      this.refusal = failure;
    } finally {
      if (this.#pending === pending) this.busy = false;
    }
  }
}
