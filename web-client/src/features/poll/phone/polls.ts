import type { Poll } from '../polls';
import { pollTexts } from './texts';

export const openedAt = (poll: Poll): number => Date.parse(poll.openedAt ?? '') || 0;

/** When it ended, and of an open one when it began. */
export const endedAt = (poll: Poll): number => Date.parse(poll.closedAt ?? '') || openedAt(poll);

export function openWords(poll: Poll): string {
  return poll.kind === 'COMMITMENT' ? pollTexts.t.voteOpen : pollTexts.t.open;
}

/** "The poll is open · round 2". */
export function stateWords(poll: Poll): string {
  const t = pollTexts.t;
  const state = {
    DRAFT: '',
    OPEN: openWords(poll),
    CLOSED: t.closed,
    CANCELLED: t.cancelled,
    DISCARDED: t.discarded,
  }[poll.state];
  return poll.round > 1 ? `${state} · ${t.round(poll.round)}` : state;
}

/** A title with the round, where there was more than one. */
export const titleOf = (poll: Poll): string =>
  poll.round > 1 ? `${poll.title} (${pollTexts.t.round(poll.round)})` : poll.title;
