/** Seconds left at which it is said how long there is. */
const MARKS = [60, 30, 10];

/** From when on an unsent ballot is reminded of. */
export const HURRY = 30;

export interface CountdownNews {
  /** `left`: time passes. The others: the chair has changed when the poll closes. */
  what: 'left' | 'longer' | 'shorter' | 'set' | 'lifted';
  left: number;
}

/** Whole seconds from now until then, by the server's clock. */
export const secondsUntil = (closesAt: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(closesAt) - now) / 1000));

/** Watches a poll's closing time and tells what is worth saying, each thing once: not every second. */
export class Countdown {
  #closesAt: string | null | undefined;
  #left = Infinity;

  look(closesAt: string | null, now: number): CountdownNews | undefined {
    const left = closesAt === null ? Infinity : secondsUntil(closesAt, now);
    const [before, leftBefore] = [this.#closesAt, this.#left];
    this.#closesAt = closesAt;
    this.#left = left;
    if (closesAt === null) return typeof before === 'string' ? { what: 'lifted', left } : undefined;
    if (before === undefined) return left > 0 ? { what: 'left', left } : undefined;
    if (before === null) return { what: 'set', left };
    const later = Date.parse(closesAt) - Date.parse(before);
    if (later !== 0) return { what: later > 0 ? 'longer' : 'shorter', left };
    return left > 0 && MARKS.some((mark) => leftBefore > mark && left <= mark)
      ? { what: 'left', left }
      : undefined;
  }
}
