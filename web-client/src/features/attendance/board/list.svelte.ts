import { findParticipants, type ParticipantPresence, type Search } from '../attendance';
import { Problem } from '../../../net/http';

const PAUSE_MS = 200;

/** A list of people that the server searches and gives page by page. */
export class PeopleList {
  text = $state('');
  show = $state<NonNullable<Search['show']>>('PRESENT');
  organisation = $state('');
  people = $state.raw<readonly ParticipantPresence[] | undefined>(undefined);
  next = $state<string | null>(null);
  refusal = $state('');
  /** The person whose details are open: stays in the list, also when the question no longer fits. */
  held = $state('');

  #pages = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(private readonly participant: string) {}

  /** For `keepFresh`. */
  get value(): unknown {
    return this.people;
  }

  /** After another question: from the first page on, when the writing pauses. */
  changed(): void {
    this.#pages = 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.fetch(), PAUSE_MS);
  }

  async more(): Promise<void> {
    this.#pages++;
    await this.fetch();
  }

  /** Asks for all pages that are shown; an older question no longer matters. */
  async fetch(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const search: Search = { search: this.text.trim(), show: this.show };
    if (this.organisation !== '') search.organisation = this.organisation;
    try {
      const people: ParticipantPresence[] = [];
      let next: string | null = null;
      for (let page = 0; page < this.#pages && (page === 0 || next !== null); page++) {
        const found = await findParticipants(
          this.participant,
          next === null ? search : { ...search, after: next },
          asking.signal,
        );
        people.push(...found.participants);
        next = found.next;
      }
      if (asking.signal.aborted) return;
      this.people = this.#withHeld(people);
      this.next = next;
      this.refusal = '';
    } catch (failure) {
      if (asking.signal.aborted) return;
      if (!(failure instanceof Problem)) throw failure;
      this.refusal = failure.message;
    }
  }

  /** What became of one of them. */
  replace(person: ParticipantPresence): void {
    this.people = this.people?.map((one) => (one.id === person.id ? person : one));
  }

  #withHeld(people: ParticipantPresence[]): ParticipantPresence[] {
    const before = this.people ?? [];
    const place = before.findIndex((one) => one.id === this.held);
    const held = before[place];
    if (held && !people.some((one) => one.id === held.id)) people.splice(place, 0, held);
    return people;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
  }
}
