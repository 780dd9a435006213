import type { Organisation, ParticipantPresence } from './attendance';
import type { Room } from '../meeting';
import { attendance } from './texts';
import { common } from '../../words/common';

/** Where a person is, in words. Reactive to the language. */
export function whereabouts(person: ParticipantPresence, rooms: readonly Room[]): string {
  const t = attendance.t.state;
  const here = person.attendance;
  if (here) return t.here(common.t.channel[here.channel], roomName(here.room, rooms), here.since);
  return person.left === null ? t.never : t.left(person.left);
}

export function roomName(id: string, rooms: readonly Room[]): string {
  return rooms.find((room) => room.id === id)?.name ?? '';
}

export function organisationName(id: string | null, organisations: readonly Organisation[]): string {
  return organisations.find((one) => one.id === id)?.name ?? '';
}
