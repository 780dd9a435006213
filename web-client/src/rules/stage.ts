import type { Poll, Result } from '../api/polls';
import type { AgendaItem, Room } from '../api/rooms';

/** What a projector shows. */
export type Stage =
  | { name: 'join' | 'agenda' | 'ended' }
  | { name: 'rooms'; rooms: Room[] }
  | { name: 'poll'; poll: Poll; result: Result | undefined }
  | { name: 'result'; poll: Poll; result: Result };

interface Seen {
  room: Room;
  rooms: readonly Room[];
  items: readonly AgendaItem[];
  polls: readonly Poll[];
  results: readonly Result[];
}

/**
 * An open poll wins, then a result for as long as its chair shows it. Before the room starts people need the way in;
 * between its items the plenary looks at the rooms that run beside it.
 */
export function stageOf({ room, rooms, items, polls, results }: Seen): Stage {
  if (room.state === 'ENDED') return { name: 'ended' };
  const resultOf = (poll: Poll): Result | undefined => results.find((result) => result.poll === poll.id);

  const open = latest(polls.filter((poll) => poll.state === 'OPEN'));
  if (open) return { name: 'poll', poll: open, result: resultOf(open) };

  const shown = latest(polls.filter((poll) => poll.state === 'CLOSED' && poll.resultsShown));
  const result = shown && resultOf(shown);
  if (result) return { name: 'result', poll: shown, result };

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
