import { Problem } from '../../net/http';
import { getParticipants, type ParticipantEntry } from './people';

/** Everyone of the meeting, fetched anew when the server tells of a change. */
export class Book {
  people = $state.raw<readonly ParticipantEntry[] | undefined>(undefined);
  refusal = $state('');

  #fetching = false;
  #again = false;

  constructor(private readonly participant: string) {}

  readonly #byId = $derived(new Map((this.people ?? []).map((one) => [one.id, one])));

  of(id: string | null | undefined): ParticipantEntry | undefined {
    return id ? this.#byId.get(id) : undefined;
  }

  nameOf(id: string | null): string {
    return this.of(id)?.name ?? '';
  }

  /** One request at a time; what changes meanwhile is asked for once more. */
  async fetch(): Promise<void> {
    if (this.#fetching) {
      this.#again = true;
      return;
    }
    this.#fetching = true;
    try {
      this.people = await getParticipants(this.participant);
      this.refusal = '';
    } catch (failure) {
      if (failure instanceof Problem) this.refusal = failure.message;
    } finally {
      this.#fetching = false;
    }
    if (this.#again) {
      this.#again = false;
      await this.fetch();
    }
  }
}
