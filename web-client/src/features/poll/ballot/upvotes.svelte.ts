import { Problem } from '../../../net/http';
import { pause } from '../../../net/pause';
import { getBallot, upvoteEntry } from '../polls';

const SPREAD_MS = 3_000;

/** Which texts of an open text poll I support. Shown at once; the server's refusal corrects it. */
export class Upvotes {
  /** Why the latest change was refused. */
  refusal = $state.raw<{ entry: string; problem: Problem } | undefined>(undefined);

  #mine = $state.raw<ReadonlySet<string>>(new Set());
  /** What is on its way: of two quick presses the last counts, and it is sent last. */
  readonly #sending = new Map<string, boolean>();

  constructor(
    private readonly participant: string,
    private readonly poll: string,
  ) {}

  has(entry: string): boolean {
    return this.#mine.has(entry);
  }

  /** Asks the server, spread over a few seconds where a whole hall sees the texts at once. What was pressed meanwhile stays. */
  async load(): Promise<void> {
    await pause(Math.random() * SPREAD_MS);
    try {
      const mine = new Set((await getBallot(this.participant, this.poll)).upvoted);
      for (const [entry, wanted] of this.#sending) set(mine, entry, wanted);
      this.#mine = mine;
    } catch (failure) {
      // Nothing is known to be mine, then; pressing tells more.
      if (!(failure instanceof Problem)) throw failure;
    }
  }

  async toggle(entry: string): Promise<void> {
    const wanted = !this.has(entry);
    this.#show(entry, wanted);
    this.refusal = undefined;
    const busy = this.#sending.has(entry);
    this.#sending.set(entry, wanted);
    if (!busy) await this.#send(entry, !wanted);
  }

  /** Until the server holds what was pressed last; `held` is what it holds now. */
  async #send(entry: string, held: boolean): Promise<void> {
    try {
      for (let wanted = !held; wanted !== held; wanted = this.#sending.get(entry) ?? held) {
        await upvoteEntry(this.participant, this.poll, entry, wanted);
        held = wanted;
      }
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.#show(entry, held);
      this.refusal = { entry, problem: failure };
    } finally {
      this.#sending.delete(entry);
    }
  }

  #show(entry: string, mine: boolean): void {
    const all = new Set(this.#mine);
    set(all, entry, mine);
    this.#mine = all;
  }
}

function set(all: Set<string>, entry: string, inside: boolean): void {
  if (inside) all.add(entry);
  else all.delete(entry);
}
