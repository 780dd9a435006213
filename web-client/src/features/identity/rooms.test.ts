import { beforeEach, describe, expect, it } from 'vitest';
import type { Room } from '../meeting';
import type { OwnParticipant } from './participant';
import { chosenRoom, keepRoom, roomsOf, roomToShow } from './rooms';

const room = (id: string, state: Room['state'] = 'WAITING'): Room => ({
  id,
  name: id,
  plenary: id === 'plenary',
  state,
  plannedStart: null,
  startedAt: null,
  endedAt: null,
  currentItem: null,
  lead: null,
});
const rooms = [room('plenary'), room('children'), room('adults', 'RUNNING')];
const participant = (...roles: OwnParticipant['roles']): OwnParticipant => ({
  id: 's',
  meeting: { id: 'm', code: 'ABC123', title: '', language: 'fi', timeZone: 'Europe/Helsinki' },
  name: '',
  organisation: null,
  roles,
  chosenRoom: null,
  attendance: null,
  voting: 'YES',
  represents: true,
  deputy: null,
  substitutedBy: null,
});

describe('the rooms of a role', () => {
  it('are the ones it was given for', () => {
    const chair = participant({ role: 'CHAIR', room: 'adults' }, { role: 'SECRETARY', room: 'children' });
    expect(roomsOf(chair, 'CHAIR', rooms).map((r) => r.id)).toEqual(['adults']);
  });

  it('are all when the role is for the whole meeting', () => {
    expect(roomsOf(participant({ role: 'SECRETARY', room: null }), 'SECRETARY', rooms)).toHaveLength(3);
  });
});

describe('the room to show', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('is the chosen one, then a running one, then the first', () => {
    expect(roomToShow(rooms, 'children')?.id).toBe('children');
    expect(roomToShow(rooms, 'gone')?.id).toBe('adults');
    expect(roomToShow(rooms.slice(0, 2), undefined)?.id).toBe('plenary');
    expect(roomToShow([], undefined)).toBeUndefined();
  });

  it('is remembered for each participant', () => {
    expect(chosenRoom(participant())).toBeUndefined();
    keepRoom(participant(), 'adults');
    expect(chosenRoom(participant())).toBe('adults');
  });
});
