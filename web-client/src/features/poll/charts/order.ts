import type { Poll } from '../polls';

interface Row<C> {
  text: string;
  counts: C;
}

/** The options with their counts, the best first; while the poll is open as asked, so that nothing jumps about. */
export function inOrder<C>(poll: Poll, counts: readonly C[], value: (counts: C) => number): Row<C>[] {
  const rows = poll.options.flatMap(({ text }, i): Row<C>[] => {
    const own = counts[i];
    return own === undefined ? [] : [{ text, counts: own }];
  });
  return poll.state === 'OPEN' ? rows : rows.sort((a, b) => value(b.counts) - value(a.counts));
}
