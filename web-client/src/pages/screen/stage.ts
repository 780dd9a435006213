import type { Poll, Result } from '../../features/poll/polls';
import type { Room } from '../../features/meeting/rooms';
import type { AgendaItem } from '../../features/agenda/agenda';
import { beforeOf, type Round } from '../../features/poll/rounds';

/** What a projector shows. */
export type Stage =
  | { name: 'join' | 'agenda' | 'ended' }
  | { name: 'rooms'; rooms: Room[] }
  | { name: 'poll'; poll: Poll; result: Result | undefined }
  | { name: 'result'; poll: Poll; result: Result; before: Round | undefined };

interface Seen {
  room: Room;
  rooms: readonly Room[];
  items: readonly AgendaItem[];
  polls: readonly Poll[];
  results: readonly Result[];
}

/**
 * An open poll wins, then the newest result that screens may show; one that was cancelled or set aside is never seen.
 * Before the room starts people need the way in; between its items the plenary looks at the rooms that run beside it.
 */
export function stageOf({ room, rooms, items, polls, results }: Seen): Stage {
  if (room.state === 'ENDED') return { name: 'ended' };
  const resultOf = (poll: Poll): Result | undefined => results.find((result) => result.poll === poll.id);

  const open = latest(polls.filter((poll) => poll.state === 'OPEN'));
  if (open) return { name: 'poll', poll: open, result: resultOf(open) };

  const shown = latest(polls.filter((poll) => poll.state === 'CLOSED' && poll.shown.screen));
  const result = shown && resultOf(shown);
  if (shown && result?.tally)
    return { name: 'result', poll: shown, result, before: beforeOf(shown, polls, results) };

  if (room.state === 'WAITING') return { name: 'join' };
  const beside = rooms.filter((other) => !other.plenary);
  const idle = !items.some((item) => item.state === 'RUNNING');
  if (room.plenary && idle && beside.some((other) => other.state === 'RUNNING')) {
    return { name: 'rooms', rooms: beside };
  }
  return { name: 'agenda' };
}

/** The poll opened last. */
function latest(polls: readonly Poll[]): Poll | undefined {
  const opened = (poll: Poll): number => (poll.openedAt === null ? 0 : Date.parse(poll.openedAt));
  return [...polls].sort((a, b) => opened(b) - opened(a))[0];
}
