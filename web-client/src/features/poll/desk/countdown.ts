const SECOND = 1000;

/**
 * The instant at which a poll closes when its time is made longer, or begins to run, by `seconds`. Reckoned from the
 * instant known to the reader, so that the same press sent twice extends once.
 */
export function extended(closesAt: string | null, seconds: number, now: number): string {
  const from = closesAt === null ? now : Math.max(now, Date.parse(closesAt));
  return new Date(Math.ceil(from / SECOND) * SECOND + seconds * SECOND).toISOString();
}

/** Whole seconds left, none below zero; undefined when it is closed by hand. */
export function secondsLeft(closesAt: string | null, now: number): number | undefined {
  return closesAt === null ? undefined : Math.max(0, Math.ceil((Date.parse(closesAt) - now) / SECOND));
}

/** A length of time in words that the three languages share: `45 s`, `2 min`, `1 min 30 s`, `1 h`. */
export function lasting(seconds: number): string {
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const parts = [h > 0 && `${h} h`, min > 0 && `${min} min`, (s > 0 || seconds === 0) && `${s} s`];
  return parts.filter(Boolean).join(' ');
}
