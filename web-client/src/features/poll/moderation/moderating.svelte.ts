import { Problem } from '../../../net/http';
import { moderateEntry } from '../polls';
import type { Live } from '../../../net/live.svelte';
import type { Entry } from './queue';

type Wish = Pick<Entry, 'state' | 'group'>;

/** The newest state comes soon after the acknowledgement; until then the wish is what the reader sees. */
const SETTLES_MS = 3_000;

/** What the reader wants of each text, shown at once and sent until the server has it; the latest wish wins. */
export class Moderating {
  said = $state('');
  refusal = $state('');
  #wishes = $state.raw<ReadonlyMap<string, Wish>>(new Map());
  readonly #sending = new Set<string>();

  constructor(
    private readonly participant: string,
    private readonly poll: string,
    private readonly live: Live,
  ) {}

  /** The text as the reader wants it. */
  wished(entry: Entry): Entry {
    return { ...entry, ...this.#wishes.get(entry.id) };
  }

  async put(entry: Entry, change: Partial<Wish>, said: string): Promise<void> {
    const { state, group } = { ...this.wished(entry), ...change };
    this.#wish(entry.id, { state, group });
    if (this.#sending.has(entry.id)) return;
    this.#sending.add(entry.id);
    this.refusal = '';
    this.said = '';
    try {
      await this.#send(entry.id);
      this.said = said;
    } catch (failure) {
      this.#wish(entry.id, undefined);
      if (!(failure instanceof Problem)) throw failure;
      this.refusal = failure.message;
    } finally {
      this.#sending.delete(entry.id);
      this.live.look();
    }
  }

  /** Does something else on the way to a wish; whether it went through. */
  async attempt(command: () => Promise<void>): Promise<boolean> {
    this.refusal = '';
    try {
      await command();
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.refusal = failure.message;
      return false;
    }
  }

  async #send(id: string): Promise<void> {
    let wish = this.#wishes.get(id);
    while (wish) {
      await moderateEntry(this.participant, this.poll, id, wish);
      const newer = this.#wishes.get(id);
      if (newer === wish) break;
      wish = newer;
    }
    const settled = wish;
    setTimeout(() => {
      if (this.#wishes.get(id) === settled) this.#wish(id, undefined);
    }, SETTLES_MS);
  }

  #wish(id: string, wish: Wish | undefined): void {
    const wishes = new Map(this.#wishes);
    if (wish) wishes.set(id, wish);
    else wishes.delete(id);
    this.#wishes = wishes;
  }
}
