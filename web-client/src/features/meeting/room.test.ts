import { expect, it } from 'vitest';
import type { Room } from './rooms';
import { currentRoom } from './room';

const room = (id: string, state: Room['state'], plenary = false): Room => ({ id, state, plenary }) as Room;

it('is the chosen room while it runs, otherwise the plenary', () => {
  const rooms = [
    room('plenary', 'RUNNING', true),
    room('a', 'RUNNING'),
    room('b', 'WAITING'),
    room('c', 'ENDED'),
  ];
  expect(['a', 'b', 'c', null].map((chosen) => currentRoom(rooms, chosen)?.id)).toEqual([
    'a',
    'plenary',
    'plenary',
    'plenary',
  ]);
});
