import type { Poll } from '../polls';

/** The rounds of one poll: the newest leads, those before it follow, newest first. */
export interface Series {
  /** Of its first round, so that it stays when a round is added. */
  id: string;
  head: Poll;
  earlier: Poll[];
}

export interface Arranged {
  /** Open ones first, then drafts, then closed ones; within each those of the current item first. */
  series: Series[];
  /** Cancelled and discarded ones, the latest first. */
  away: Poll[];
}

const ORDER: Record<Poll['state'], number> = { OPEN: 0, DRAFT: 1, CLOSED: 2, CANCELLED: 3, DISCARDED: 3 };

export function arrange(polls: readonly Poll[], currentItem: string | undefined): Arranged {
  const isAway = (poll: Poll): boolean => poll.state === 'CANCELLED' || poll.state === 'DISCARDED';
  const families = new Map<string, Poll[]>();
  for (const poll of polls) {
    if (isAway(poll)) continue;
    const first = firstRound(poll, polls);
    families.set(first, [...(families.get(first) ?? []), poll]);
  }
  const series = [...families].flatMap(([id, members]) => {
    const [head, ...earlier] = members.sort((a, b) => b.round - a.round || later(a, b));
    return head ? [{ id, head, earlier }] : [];
  });
  const isCurrent = ({ head }: Series): number =>
    Number(currentItem !== undefined && head.item === currentItem);
  return {
    series: series.sort(
      (a, b) =>
        ORDER[a.head.state] - ORDER[b.head.state] || isCurrent(b) - isCurrent(a) || later(a.head, b.head),
    ),
    away: polls.filter(isAway).sort(later),
  };
}

/** Follows the rounds back as far as they are known. */
function firstRound(poll: Poll, polls: readonly Poll[]): string {
  const previous = polls.find((one) => one.id === poll.previous);
  return previous ? firstRound(previous, polls) : (poll.previous ?? poll.id);
}

function later(a: Poll, b: Poll): number {
  const opened = (poll: Poll): number => (poll.openedAt === null ? 0 : Date.parse(poll.openedAt));
  return opened(b) - opened(a);
}
