import type { TextTally } from '../polls';

export type Entry = TextTally['entries'][number];

/**
 * The texts to handle, in the order in which they were first seen. While the reader handles one (`held`), nothing moves:
 * what is no longer waiting stays in its place, and what comes goes to the end.
 */
export function queued(before: readonly string[], entries: readonly Entry[], held: boolean): string[] {
  const waiting = new Set(entries.filter((entry) => entry.state === 'WAITING').map((entry) => entry.id));
  const known = new Set(entries.map((entry) => entry.id));
  const kept = before.filter((id) => (held ? known.has(id) : waiting.has(id)));
  return [...kept, ...[...waiting].filter((id) => !kept.includes(id))];
}

const AT_ONCE = 50;

/** As many as anyone looks through at once: the first that wait, and what was handled among them. */
export function firstWaiting(entries: readonly Entry[]): Entry[] {
  let waiting = 0;
  return entries.filter((entry) => {
    if (entry.state === 'WAITING') waiting++;
    return waiting <= AT_ONCE;
  });
}
