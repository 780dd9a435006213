import { isPassing, type Problem } from './http';
import { addressOf, BEAT, getLive, type Section, type SectionData, type SectionName } from './snapshot';
import { clock } from './clock.svelte';
import { Connection } from './connection';
import { Sections } from './sections.svelte';

/** A section to listen to. */
export type Topic = readonly [name: SectionName, scope: string];

const FIRST_LOOK_MS = 400;
const LOOK_AFTER_LOSS_MS = 2_000;
const LOOK_WITHOUT_LINK_MS = 10_000;
/** Registering is not answered: the first snapshot may be older than the moment from which changes are pushed. */
const SECOND_LOOK_MS = 2_000;
/** A shorter gap is not worth a banner: phones change from one network to another all the time. */
const OFFLINE_AFTER_MS = 3_000;

/** What a participant sees of its meeting, kept fresh: pushed by the bridge, fetched on every connect and while there is none. */
export class Live {
  /** True when nothing has reached the server for about three seconds. */
  offline = $state(false);
  /** Why the server no longer lets this participant look, if so. */
  refused = $state.raw<Problem | undefined>(undefined);

  readonly #sections = new Sections();
  readonly #connection: Connection;
  readonly #wanted = new Map<object, readonly Topic[]>();
  #linked = false;
  #looking = false;
  #lookAgain = false;
  #registering = false;
  #lookTimer: ReturnType<typeof setTimeout> | undefined;
  #offlineTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly participant: string) {
    this.#connection = new Connection(participant, {
      open: () => {
        this.#linked = true;
        this.#reached();
        this.#registering = true;
        this.look();
      },
      event: (address, body) => {
        if (address !== BEAT) this.#sections.receive([body as Section]);
      },
      lost: () => {
        this.#linked = false;
        this.#lookLater(LOOK_AFTER_LOSS_MS);
        this.#doubt();
      },
    });
  }

  start(): void {
    this.#doubt();
    // The link usually opens sooner, and then one fetch is enough.
    this.#lookLater(FIRST_LOOK_MS);
    this.#connection.start();
  }

  stop(): void {
    clearTimeout(this.#lookTimer);
    clearTimeout(this.#offlineTimer);
    this.#connection.stop();
  }

  /** Reactive: the newest state of a section, undefined until it has come. */
  of<N extends SectionName>(name: N, scope: string): SectionData[N] | undefined {
    return this.#sections.of(name, scope);
  }

  /**
   * Listens to these topics until the returned function is called. In a component:
   * `$effect(() => live.watch([['agenda', room.id]]))`. Several watchers may want the same topic.
   */
  watch(topics: readonly Topic[]): () => void {
    const watcher = {};
    this.#wanted.set(watcher, topics);
    this.#listen();
    return () => {
      this.#wanted.delete(watcher);
      this.#listen();
    };
  }

  /** Fetches the newest state of everything now. */
  look(): void {
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = true;
    void this.#fetch().finally(() => {
      this.#looking = false;
      if (!this.#lookAgain) return;
      this.#lookAgain = false;
      this.look();
    });
  }

  #listen(): void {
    const topics = [...this.#wanted.values()].flat();
    const added = this.#connection.listenTo(topics.map(([name, scope]) => addressOf(name, scope)));
    // What was published before the new address was registered is only in the snapshot.
    if (added && this.#linked) {
      this.#registering = true;
      this.look();
    }
  }

  async #fetch(): Promise<void> {
    clearTimeout(this.#lookTimer);
    const sent = Date.now();
    try {
      const snapshot = await getLive(this.participant);
      clock.measure(sent, Date.now(), snapshot.serverTime);
      this.#sections.receive(snapshot.sections as Section[]);
      this.#reached();
      if (!this.#linked) this.#lookLater(LOOK_WITHOUT_LINK_MS);
      else if (this.#registering) {
        this.#registering = false;
        this.#lookLater(SECOND_LOOK_MS * (1 + Math.random()));
      }
    } catch (failure) {
      if (isPassing(failure)) {
        if (!this.#linked) this.#doubt();
        this.#lookLater(LOOK_AFTER_LOSS_MS * (1 + Math.random()));
      } else {
        this.refused = failure as Problem;
        this.stop();
      }
    }
  }

  #lookLater(ms: number): void {
    clearTimeout(this.#lookTimer);
    this.#lookTimer = setTimeout(() => {
      this.look();
    }, ms);
  }

  #reached(): void {
    clearTimeout(this.#offlineTimer);
    this.#offlineTimer = undefined;
    this.offline = false;
  }

  #doubt(): void {
    this.#offlineTimer ??= setTimeout(() => {
      this.offline = true;
    }, OFFLINE_AFTER_MS);
  }
}
