import { insist } from '../../net/http';
import type { AgendaData } from '../../net/contract';

export type { AgendaData, ItemKind } from '../../net/contract';

export type AgendaItem = AgendaData['items'][number];

/** `from` is the item the chair sees as current, so that a late retry cannot move the room twice. */
export const moveToItem = (
  participant: string,
  room: string,
  from: string | null,
  to: string | null,
): Promise<void> =>
  insist(`/api/rooms/${room}/current-item`, { method: 'PUT', participant, body: { from, to } });

export const endRoom = (participant: string, room: string): Promise<void> =>
  insist(`/api/rooms/${room}/end`, { method: 'POST', participant });

export const runningItem = (items: readonly AgendaItem[]): AgendaItem | undefined =>
  items.find((item) => item.state === 'RUNNING');
