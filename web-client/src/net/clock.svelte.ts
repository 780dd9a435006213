import { createSubscriber } from 'svelte/reactivity';

/** How long a measurement stays the best, in milliseconds: clocks drift, and phones set theirs. */
const FRESH_MS = 5 * 60_000;

/** The server's clock, as well as this device can tell. Instants are milliseconds since 1970. */
export class Clock {
  #offset = 0;
  #roundTrip = Infinity;
  #measuredAt = -Infinity;
  readonly #everySecond = createSubscriber((update) => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      // On the server's full second, so that all screens of a room turn together.
      timer = setTimeout(tick, 1000 - (this.at() % 1000));
      update();
    };
    tick();
    return () => {
      clearTimeout(timer);
    };
  });

  /** The time now, for computing. */
  at(): number {
    return Date.now() + this.#offset;
  }

  /** The time now, for showing: whoever reads it in a template or effect is run again every second. */
  get now(): number {
    this.#everySecond();
    return this.at();
  }

  /** Learns from one request: when it was sent and answered by this device's clock, and the server's time in the answer. */
  measure(sent: number, received: number, serverTime: string): void {
    const roundTrip = received - sent;
    // The shortest round trip knows best, until it is old.
    if (roundTrip > this.#roundTrip && received - this.#measuredAt < FRESH_MS) return;
    this.#roundTrip = roundTrip;
    this.#measuredAt = received;
    this.#offset = Date.parse(serverTime) - (sent + received) / 2;
  }
}

export const clock = new Clock();
