import { Problem } from '../../api/http';
import { getBallot, type Ballot, type Poll } from '../../api/polls';
import { randomKey } from '../key';
import { keepBallot, recallBallot, type Kept } from './kept';
import { Sending } from './sending.svelte';

/** A step of the scale, "can't say", or null while the statement has no answer. */
export type Choice = number | 'cantSay' | null;

type KeptScale = Kept<Choice[], Choice[]>;

/** My answers to a scale poll: a draft, kept on this phone, until the server has them. */
export class ScaleBallot {
  choices = $state<Choice[]>([]);
  /** The answers that the server holds; `at` is its time. */
  saved = $state.raw<{ form: Choice[]; at: string } | null>(null);
  /** The server says that I have voted, and this phone does not know what. */
  votedBefore = $state(false);
  /** Why the latest version was not saved. */
  refusal = $state.raw<Problem | undefined>(undefined);

  readonly #sending: Sending;
  readonly #seat: string;
  readonly #poll: string;
  #key: string;
  #revision = 0;
  #pending: Choice[] | null = null;

  constructor(seat: string, poll: Poll) {
    this.#seat = seat;
    this.#poll = poll.id;
    this.#sending = new Sending(seat, poll.id);
    const kept = recallBallot<Choice[], Choice[]>(seat, poll.id);
    this.#key = kept?.key ?? randomKey();
    this.#revision = kept?.revision ?? 0;
    this.saved = kept?.saved ?? null;
    this.choices = kept?.form ?? poll.statements.map(() => null);
    if (kept?.pending) void this.#deliver(kept.pending, kept.revision);
    // A key drawn now and kept now is the same in another tab and after a reload.
    else if (!kept) this.#keep();
  }

  get phase() {
    return this.#sending.phase;
  }

  /** The indexes of the statements that have no answer. */
  get missing(): number[] {
    return this.choices.flatMap((choice, i) => (choice === null ? [i] : []));
  }

  get untouched(): boolean {
    return this.missing.length === this.choices.length;
  }

  /** Whether something here is not on the server. */
  get unsent(): boolean {
    return this.saved === null ? !this.untouched : !same(this.saved.form, this.choices);
  }

  choose(statement: number, choice: Choice): void {
    this.choices[statement] = choice;
    this.refusal = undefined;
    this.#keep();
  }

  /** Sends the answers; every statement must have one. */
  async send(): Promise<void> {
    if (this.missing.length > 0) return;
    // Another tab may have sent meanwhile: never repeat its number, nor vote with another key.
    const kept = recallBallot<Choice[], Choice[]>(this.#seat, this.#poll);
    this.#key = kept?.key ?? this.#key;
    this.#revision = Math.max(this.#revision, kept?.revision ?? 0) + 1;
    await this.#deliver([...this.choices], this.#revision);
  }

  /** Asks the server whether I have voted. For a phone that does not remember; it tells nothing of the answers. */
  async ask(): Promise<void> {
    if (this.saved || this.#pending) return;
    this.votedBefore = (await getBallot(this.#seat, this.#poll)).voted;
  }

  async #deliver(form: Choice[], revision: number): Promise<void> {
    this.#pending = form;
    this.refusal = undefined;
    this.#keep();
    const answer = await this.#sending.send(ballotOf(form, revision, this.#key));
    if (answer === undefined) return;
    this.#pending = null;
    if (answer instanceof Problem) {
      this.refusal = answer;
      this.#keep();
      // An earlier attempt may have come through although its answer did not.
      if (!this.saved) await this.ask();
    } else {
      this.saved = { form, at: answer.savedAt };
      this.votedBefore = false;
      this.#keep();
    }
  }

  #keep(): void {
    const kept: KeptScale = {
      key: this.#key,
      revision: this.#revision,
      form: [...this.choices],
      saved: this.saved,
      pending: this.#pending,
    };
    keepBallot(this.#seat, this.#poll, kept);
  }
}

export function ballotOf(choices: readonly Choice[], revision: number, key: string): Ballot {
  return { revision, key, scale: choices.map((choice) => (choice === 'cantSay' ? null : choice)) };
}

const same = (a: readonly Choice[], b: readonly Choice[]): boolean => JSON.stringify(a) === JSON.stringify(b);
