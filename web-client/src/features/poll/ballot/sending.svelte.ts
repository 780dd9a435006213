import { NoAnswer, Problem } from '../../../net/http';
import { castBallot, type Ballot, type Receipt } from '../polls';

export type Phase = 'idle' | 'sending' | 'waiting';

/** Sends one ballot until the server has answered it; a newer version takes an older one's place. */
export class Sending {
  /** `waiting` when at least one attempt failed: the vote is on this phone alone. */
  phase = $state<Phase>('idle');
  #current: AbortController | undefined;

  constructor(
    private readonly participant: string,
    private readonly poll: string,
  ) {}

  /** The receipt, the server's refusal, or undefined when a newer version took over. */
  async send(ballot: Ballot): Promise<Receipt | Problem | undefined> {
    this.#current?.abort();
    const current = new AbortController();
    this.#current = current;
    this.phase = 'sending';
    try {
      return await castBallot(this.participant, this.poll, ballot, {
        signal: current.signal,
        onWaiting: (failure) => {
          // A server that is merely slow to recover needs no alarm about the connection.
          if (failure instanceof NoAnswer || failure.status !== 429) this.phase = 'waiting';
        },
      });
    } catch (failure) {
      if (current.signal.aborted) return undefined;
      if (failure instanceof Problem) return failure;
      throw failure;
    } finally {
      if (this.#current === current) this.phase = 'idle';
    }
  }
}
