import type { AttendanceStatement, OwnParticipant } from './participant';
import { getOwnParticipant, putAttendance } from './participant';
import { Problem } from '../../net/http';

/** The participant that this page acts for, as the server last told it. */
export class Participation {
  participant = $state.raw() as OwnParticipant;
  /** True while a statement of attendance has not been answered. */
  busy = $state(false);
  /** Why the latest statement was refused. */
  refusal = $state.raw<Problem | undefined>(undefined);

  /** Whether anything was stated on this page: what is drawn in answer may then take the focus. */
  stated = false;

  #pending: AbortController | undefined;

  constructor(participant: OwnParticipant) {
    this.participant = participant;
  }

  async refresh(): Promise<void> {
    this.participant = await getOwnParticipant(this.participant.id);
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
      this.participant = await putAttendance(this.participant.id, statement, { signal: pending.signal });
    } catch (failure) {
      if (pending.signal.aborted) return;
      if (!(failure instanceof Problem)) throw failure;
      this.refusal = failure;
    } finally {
      if (this.#pending === pending) this.busy = false;
    }
  }
}
