import type { Room } from './rooms';

/** The room that a person is in: the chosen one while it runs, otherwise the plenary. */
export function currentRoom(rooms: readonly Room[], chosen: string | null): Room | undefined {
  return (
    rooms.find((room) => room.id === chosen && room.state === 'RUNNING') ?? rooms.find((room) => room.plenary)
  );
}
