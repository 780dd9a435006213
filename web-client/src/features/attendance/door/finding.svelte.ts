import { findParticipants, type ParticipantPresence } from '../attendance';
import { Problem } from '../../../net/http';

const PAUSE_MS = 150;
/** Fewer letters would find half the hall. */
export const LEAST_LETTERS = 2;

/** People whose names begin with what is typed; only the newest question counts. */
export class Finding {
  text = $state('');
  people = $state.raw<readonly ParticipantPresence[]>([]);
  more = $state(false);
  /** The text that the people were found for. */
  found = $state<string | undefined>(undefined);
  refusal = $state('');

  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(private readonly participant: string) {}

  get tooShort(): boolean {
    return this.text.trim().length < LEAST_LETTERS;
  }

  /** After each letter. */
  typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), PAUSE_MS);
  }

  /** Asks now; what was asked before no longer matters. */
  async ask(): Promise<void> {
    this.#asking?.abort();
    clearTimeout(this.#timer);
    const text = this.text.trim();
    if (this.tooShort) {
      this.people = [];
      this.found = undefined;
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const page = await findParticipants(this.participant, { search: text }, asking.signal);
      if (asking.signal.aborted) return;
      this.people = page.participants;
      this.more = page.next !== null;
      this.found = text;
      this.refusal = '';
    } catch (failure) {
      if (asking.signal.aborted) return;
      if (!(failure instanceof Problem)) throw failure;
      this.refusal = failure.message;
    }
  }

  /** What became of one of them. */
  replace(person: ParticipantPresence): void {
    this.people = this.people.map((one) => (one.id === person.id ? person : one));
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }
}
