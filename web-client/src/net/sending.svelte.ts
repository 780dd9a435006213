import { Problem } from './http';
import type { Live } from './live.svelte';

const SLOW_MS = 500;

/** What became of a command: done, refused, or not sent because another is on its way. */
export type Outcome = 'done' | 'busy' | Problem;

/** One command at a time, and what to tell the reader about it. */
export class Sending {
  busy = $state(false);
  /** True when the server takes so long that silence would worry. */
  slow = $state(false);
  said = $state('');
  refusal = $state('');

  /** `tell` says elsewhere what succeeded, where this part of the page may be gone by then. */
  constructor(
    private readonly live: Live,
    private readonly tell: (done: string) => void = (done) => (this.said = done),
  ) {}

  /**
   * Sends unless a command is on its way. `done` is said when it succeeded; `conflict` when someone else was faster,
   * instead of the server's words. Either way the newest state is fetched: what was pressed was pressed on an old one.
   */
  async send(command: () => Promise<unknown>, done: string, conflict?: string): Promise<Outcome> {
    if (this.busy) return 'busy';
    this.busy = true;
    this.said = '';
    this.refusal = '';
    const patience = setTimeout(() => (this.slow = true), SLOW_MS);
    try {
      await command();
      this.tell(done);
      return 'done';
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.refusal = (failure.status === 409 ? conflict : undefined) ?? failure.message;
      return failure;
    } finally {
      clearTimeout(patience);
      this.busy = false;
      this.slow = false;
      this.live.look();
    }
  }
}
