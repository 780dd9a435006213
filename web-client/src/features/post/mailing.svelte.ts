import { Problem, isPassing } from '../../net/http';
import { getPost, sendLinks, stopPost, type PostProgress } from './post';

/** How often the page looks while letters leave. */
const LOOK_MS = 2_000;

/** Minutes that so many letters take, at least one. */
export const minutes = (letters: number, perMinute: number): number =>
  Math.max(1, Math.ceil(letters / perMinute));

/** The sending of personal links by e-mail, as it goes on. */
export class Mailing {
  progress = $state.raw<PostProgress | undefined>(undefined);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #gone = false;

  constructor(private readonly participant: string) {}

  /** Looks now, and again and again while anything is queued. */
  async look(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      this.#take(await getPost(this.participant));
    } catch (failure) {
      if (isPassing(failure)) this.#lookLater();
      else if (!(failure instanceof Problem)) throw failure;
    }
  }

  /** To everyone not sent a link yet, to those not reached, or to those named. */
  async send(key: string, to: 'UNSENT' | 'UNREACHED' | readonly string[]): Promise<void> {
    const named = typeof to !== 'string';
    this.#take(
      await sendLinks(this.participant, key, {
        to: named ? 'PARTICIPANTS' : to,
        participants: named ? [...to] : null,
      }),
    );
  }

  async stop(): Promise<void> {
    this.#take(await stopPost(this.participant));
  }

  /** The page is left. */
  leave(): void {
    this.#gone = true;
    clearTimeout(this.#timer);
  }

  #take(progress: PostProgress): void {
    this.progress = progress;
    if (progress.queued > 0) this.#lookLater();
  }

  #lookLater(): void {
    clearTimeout(this.#timer);
    if (!this.#gone) this.#timer = setTimeout(() => void this.look(), LOOK_MS);
  }
}
