import type { Role, OwnParticipant } from './participant';
import type { Room } from '../meeting';
import { keep, recall } from '../../net/store';

/** The rooms in which the participant holds the role; a role without a room is held in all of them. */
export function roomsOf(participant: OwnParticipant, role: Role, rooms: readonly Room[]): Room[] {
  const held = participant.roles.filter((one) => one.role === role);
  return rooms.filter((room) => held.some((one) => one.room === null || one.room === room.id));
}

/** The room to look at: the one chosen earlier on this device, else one that runs, else the first. */
export function roomToShow(rooms: readonly Room[], chosen: string | undefined): Room | undefined {
  return (
    rooms.find((room) => room.id === chosen) ?? rooms.find((room) => room.state === 'RUNNING') ?? rooms[0]
  );
}

export const chosenRoom = (participant: OwnParticipant): string | undefined =>
  recall<string>(`room.${participant.id}`);

export function keepRoom(participant: OwnParticipant, room: string): void {
  keep(`room.${participant.id}`, room);
}
