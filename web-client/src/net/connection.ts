import { BEAT } from './snapshot';
import { waitBefore } from './http';
import { dialFallback, dialWebSocket, type Dial, type Wire } from './bridge';

export interface ConnectionEvents {
  /** The link is open and every address is registered: time to fetch what was missed. */
  open(): void;
  event(address: string, body: unknown): void;
  /** The link is gone; a new one is already on its way. */
  lost(): void;
}

const OPENING_MS = 6_000;
/** Whoever hears nothing else hears a beat after this time at the latest, and some slack. */
const BEAT_MS = 8_000;
/** One beat missed, and some slack. */
const SILENCE_MS = 13_000;
/** How often it is looked whether the link is silent. */
const LOOK_MS = 2_500;
/** Every tenth second is enough for a bridge that closes what is silent for thirty, and easy on a phone's battery. */
const LOOKS_A_PING = 4;
/** How many dead links in a row before the other way of connecting is tried. */
const PATIENCE_NEW = 2;
const PATIENCE_PROVEN = 6;

/**
 * Keeps one link to the bridge alive: notices silence, dials again with back-off, and changes to the fallback transport
 * where WebSockets do not get through.
 */
export class Connection {
  readonly #addresses = new Set<string>([BEAT]);
  readonly #proven = new Set<Dial>();
  #wire: Wire | undefined;
  #open = false;
  #way = 0;
  #failures = 0;
  #heardAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = true;

  constructor(
    private readonly participant: string,
    private readonly events: ConnectionEvents,
    private readonly dials: readonly [Dial, ...Dial[]] = [dialWebSocket, dialFallback],
  ) {}

  start(): void {
    this.#stopped = false;
    window.addEventListener('online', this.nudge);
    document.addEventListener('visibilitychange', this.nudge);
    this.#dial();
  }

  stop(): void {
    this.#stopped = true;
    window.removeEventListener('online', this.nudge);
    document.removeEventListener('visibilitychange', this.nudge);
    this.#drop();
  }

  /** Makes `addresses` (and the heartbeat) the registered ones. Tells whether any is new. */
  listenTo(addresses: Iterable<string>): boolean {
    const wanted = new Set([BEAT, ...addresses]);
    const added = [...wanted].filter((address) => !this.#addresses.has(address));
    const removed = [...this.#addresses].filter((address) => !wanted.has(address));
    for (const address of removed) {
      this.#addresses.delete(address);
      if (this.#open) this.#wire?.send({ type: 'unregister', address, headers: {} });
    }
    for (const address of added) {
      this.#addresses.add(address);
      if (this.#open) this.#register(address);
    }
    return added.length > 0;
  }

  /** The network came back or the page is looked at again: do not wait for timers that may have slept. */
  readonly nudge = (): void => {
    if (this.#stopped || document.visibilityState === 'hidden') return;
    if (this.#wire === undefined) this.#dial();
    else if (this.#open && Date.now() - this.#heardAt > BEAT_MS) this.#lose();
  };

  #dial(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#lose();
    }, OPENING_MS);
    // A link that was given up may still speak; only the newest is listened to.
    const mine = (action: () => void) => () => {
      if (this.#wire === wire) action();
    };
    const wire = this.#currentDial()(this.participant, {
      open: mine(() => {
        this.#opened();
      }),
      event: (address, body) => {
        mine(() => {
          this.#heard(address, body);
        })();
      },
      closed: mine(() => {
        this.#lose();
      }),
    });
    this.#wire = wire;
  }

  #opened(): void {
    this.#open = true;
    this.#heardAt = Date.now();
    for (const address of this.#addresses) this.#register(address);
    clearTimeout(this.#timer);
    this.#watch(1);
    this.events.open();
  }

  #heard(address: string, body: unknown): void {
    this.#heardAt = Date.now();
    this.#failures = 0;
    this.#proven.add(this.#currentDial());
    this.events.event(address, body);
  }

  #watch(look: number): void {
    this.#timer = setTimeout(() => {
      if (Date.now() - this.#heardAt >= SILENCE_MS) {
        this.#lose();
        return;
      }
      if (look % LOOKS_A_PING === 0) this.#wire?.send({ type: 'ping' });
      this.#watch(look + 1);
    }, LOOK_MS);
  }

  #lose(): void {
    const wasOpen = this.#open;
    this.#drop();
    this.#failures++;
    const patience = this.#proven.has(this.#currentDial()) ? PATIENCE_PROVEN : PATIENCE_NEW;
    // Away from the fallback at once: another network may let WebSockets through.
    if (this.#failures % patience === 0 || (wasOpen && this.#way > 0)) {
      this.#way = (this.#way + 1) % this.dials.length;
    }
    this.#timer = setTimeout(() => {
      this.#dial();
    }, waitBefore(this.#failures));
    if (wasOpen) this.events.lost();
  }

  #drop(): void {
    clearTimeout(this.#timer);
    const wire = this.#wire;
    this.#wire = undefined;
    this.#open = false;
    wire?.close();
  }

  #register(address: string): void {
    this.#wire?.send({ type: 'register', address, headers: {} });
  }

  #currentDial(): Dial {
    return this.dials[this.#way] ?? this.dials[0];
  }
}
