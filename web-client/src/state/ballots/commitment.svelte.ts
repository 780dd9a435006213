import { Problem } from '../../api/http';
import {
  getBallot,
  type Ballot,
  type Commitment,
  type CommitmentAnswer,
  type OwnBallot,
  type Poll,
} from '../../api/polls';
import { keepBallot, recallBallot, type Kept } from './kept';
import { Sending } from './sending.svelte';

/** One goal set's row of the form. The text is kept while another answer is tried. */
export interface Row {
  answer: CommitmentAnswer | null;
  reservation: string;
}

export const RESERVATION_MAX = 1000;

export type Fault = 'missing' | 'reservationMissing' | 'reservationTooLong';

type KeptCommitment = Kept<Row[], Row[]> & { editing: boolean };
type Standing = NonNullable<OwnBallot['commitment']>;

/** My municipality's answer in a commitment vote: what the server holds, and beside it the form that I am filling. */
export class CommitmentBallot {
  /** What the server holds; undefined until it has told. */
  own = $state.raw<OwnBallot | undefined>(undefined);
  rows = $state<Row[]>([]);
  editing = $state(false);
  /** The instant of the answer that I sent and that was saved. */
  savedAt = $state<string | null>(null);
  refusal = $state.raw<Problem | undefined>(undefined);
  /** A colleague's answer that came while I was filling the form. */
  newer = $state.raw<Standing | undefined>(undefined);
  /** A colleague's answer that stands instead of the one I sent. */
  overtakenBy = $state.raw<Standing | undefined>(undefined);

  readonly #sending: Sending;
  readonly #seat: string;
  readonly #poll: string;
  readonly #sets: number;
  #revision = 0;
  #pending: Row[] | null = null;

  constructor(seat: string, poll: Poll) {
    this.#seat = seat;
    this.#poll = poll.id;
    this.#sets = poll.statements.length;
    this.#sending = new Sending(seat, poll.id);
    const kept = recallBallot<Row[], Row[]>(seat, poll.id) as KeptCommitment | undefined;
    this.rows = kept?.form ?? this.#empty();
    this.editing = kept?.editing ?? false;
    this.savedAt = kept?.saved?.at ?? null;
    this.#revision = kept?.revision ?? 0;
    if (kept?.pending) void this.#deliver(kept.pending, kept.revision);
    else void this.load();
  }

  get phase() {
    return this.#sending.phase;
  }

  get standing(): Standing | undefined {
    return this.own?.commitment ?? undefined;
  }

  get unsent(): boolean {
    return this.editing && this.rows.some((row) => row.answer !== null) && !this.#isStanding(this.rows);
  }

  /** Fetches what the server holds. Never touches a form that is being filled. */
  async load(): Promise<void> {
    const known = this.standing;
    const filling = this.editing && this.rows.some((row) => row.answer !== null);
    this.own = await getBallot(this.#seat, this.#poll);
    const standing = this.standing;
    if (!standing) {
      this.editing = this.own.entitled;
    } else if (this.#sending.phase === 'idle' && standing.castAt !== known?.castAt) {
      if (filling && !this.#isStanding(this.rows)) this.newer = standing;
      else this.editing = false;
    }
  }

  /** The results say that my municipality answered at this instant. */
  async heardOf(at: string): Promise<void> {
    if (this.own === undefined || this.#pending) return;
    if (this.standing && Date.parse(at) <= Date.parse(this.standing.castAt)) return;
    await this.load();
  }

  answer(set: number, answer: CommitmentAnswer): void {
    this.#edit(set, (row) => (row.answer = answer));
  }

  reserve(set: number, text: string): void {
    this.#edit(set, (row) => (row.reservation = text));
  }

  /** Opens the form with the answer that stands. */
  change(): void {
    this.rows = this.standing ? rowsOf(this.standing.answers) : this.#empty();
    this.#settle(true);
  }

  /** Leaves the form for the answer that stands. */
  discard(): void {
    this.#settle(false);
  }

  /** Goes on with my form although a colleague has answered: sending it will replace the colleague's answer. */
  keepMine(): void {
    this.newer = undefined;
    this.overtakenBy = undefined;
  }

  /** What each row lacks, undefined for a row that is ready. */
  get faults(): (Fault | undefined)[] {
    return this.rows.map(faultOf);
  }

  async send(): Promise<void> {
    if (this.faults.some(Boolean)) return;
    this.#revision = Math.max(this.#revision, this.standing?.revision ?? 0) + 1;
    await this.#deliver($state.snapshot(this.rows), this.#revision);
  }

  async #deliver(rows: Row[], revision: number): Promise<void> {
    this.#pending = rows;
    this.refusal = this.newer = this.overtakenBy = undefined;
    this.#keep();
    const answer = await this.#sending.send(ballotOf(rows, revision));
    if (answer === undefined) return;
    // Two colleagues may have sent the same number: only what stands tells whose answer was saved.
    this.own = await getBallot(this.#seat, this.#poll);
    this.#pending = null;
    if (this.#isStanding(rows)) {
      this.savedAt = answer instanceof Problem ? (this.standing?.castAt ?? null) : answer.savedAt;
      this.editing = false;
    } else if (answer instanceof Problem && (answer.status !== 409 || !this.standing)) {
      this.refusal = answer;
    } else {
      this.overtakenBy = this.standing;
      this.editing = true;
    }
    this.#keep();
  }

  #edit(set: number, change: (row: Row) => void): void {
    const row = this.rows[set];
    if (!row) return;
    change(row);
    this.editing = true;
    this.refusal = undefined;
    this.#keep();
  }

  #settle(editing: boolean): void {
    this.editing = editing;
    this.refusal = this.newer = this.overtakenBy = undefined;
    this.#keep();
  }

  #isStanding(rows: readonly Row[]): boolean {
    return (
      this.standing !== undefined &&
      JSON.stringify(answersOf(rowsOf(this.standing.answers))) === JSON.stringify(answersOf(rows))
    );
  }

  #empty(): Row[] {
    return Array.from({ length: this.#sets }, () => ({ answer: null, reservation: '' }));
  }

  #keep(): void {
    const form = $state.snapshot(this.rows);
    const kept: KeptCommitment = {
      key: '',
      revision: this.#revision,
      form,
      saved: this.savedAt === null ? null : { form, at: this.savedAt },
      pending: this.#pending,
      editing: this.editing,
    };
    keepBallot(this.#seat, this.#poll, kept);
  }
}

export function faultOf(row: Row): Fault | undefined {
  if (row.answer === null) return 'missing';
  if (row.answer !== 'RESERVATION') return undefined;
  if (row.reservation.trim() === '') return 'reservationMissing';
  return row.reservation.trim().length > RESERVATION_MAX ? 'reservationTooLong' : undefined;
}

export function ballotOf(rows: readonly Row[], revision: number): Ballot {
  return { revision, commitment: answersOf(rows) };
}

function answersOf(rows: readonly Row[]): Commitment[] {
  return rows.map(({ answer, reservation }) => ({
    answer: answer ?? 'DECLINES',
    reservation: answer === 'RESERVATION' ? reservation.trim() : null,
  }));
}

const rowsOf = (answers: readonly Commitment[]): Row[] =>
  answers.map(({ answer, reservation }) => ({ answer, reservation: reservation ?? '' }));
