import type { Role, Seat } from '../../identity/seat';
import type { Room } from '../rooms';
import { keep, recall } from '../../../net/store';

/** The rooms in which the seat holds the role; a role without a room is held in all of them. */
export function roomsOf(seat: Seat, role: Role, rooms: readonly Room[]): Room[] {
  const held = seat.roles.filter((one) => one.role === role);
  return rooms.filter((room) => held.some((one) => one.room === null || one.room === room.id));
}

/** The room to look at: the one chosen earlier on this device, else one that runs, else the first. */
export function roomToShow(rooms: readonly Room[], chosen: string | undefined): Room | undefined {
  return (
    rooms.find((room) => room.id === chosen) ?? rooms.find((room) => room.state === 'RUNNING') ?? rooms[0]
  );
}

export const chosenRoom = (seat: Seat): string | undefined => recall<string>(`room.${seat.id}`);

export function keepRoom(seat: Seat, room: string): void {
  keep(`room.${seat.id}`, room);
}
