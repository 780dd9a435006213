import { expect, it } from 'vitest';
import type { Poll, Result } from '../api/polls';
import type { AgendaItem, Room } from '../api/rooms';
import { stageOf } from './stage';

const room = (id: string, state: Room['state'], plenary = false): Room => ({
  id,
  name: id,
  plenary,
  state,
  plannedStart: null,
  startedAt: null,
  endedAt: null,
  currentItem: null,
  lead: null,
});
const poll = (id: string, state: Poll['state'], openedAt: string, resultsShown = false): Poll => ({
  id,
  item: null,
  kind: 'SCALE',
  title: id,
  secrecy: 'ANONYMOUS',
  voters: 'PERSONS',
  state,
  showResults: 'BY_CHAIR',
  resultsShown,
  openedAt,
  closedAt: null,
  scale: null,
  statements: [],
});
const result = (of: string): Result => ({
  poll: of,
  voted: 0,
  entitled: 0,
  answered: [],
  withheld: false,
  scale: null,
  commitment: null,
});
const running: AgendaItem = {
  id: 'i',
  kind: 'WELCOME',
  title: '',
  ledBy: null,
  plannedStart: '2026-04-02T09:00:00Z',
  plannedMinutes: 5,
  state: 'RUNNING',
  startedAt: '2026-04-02T09:00:00Z',
  endedAt: null,
  spentBefore: 0,
};
const plenary = room('plenary', 'RUNNING', true);
const beside = room('children', 'RUNNING');
const seen = { room: plenary, rooms: [plenary, beside], items: [], polls: [], results: [] };

it('shows the way in before the room starts, and that it is over afterwards', () => {
  expect(stageOf({ ...seen, room: room('r', 'WAITING') })).toEqual({ name: 'join' });
  expect(stageOf({ ...seen, room: room('r', 'ENDED'), polls: [poll('a', 'OPEN', '2026-04-02')] })).toEqual({
    name: 'ended',
  });
});

it('shows the plenary the rooms beside it while it has no item of its own', () => {
  expect(stageOf(seen)).toEqual({ name: 'rooms', rooms: [beside] });
  expect(stageOf({ ...seen, items: [running] }).name).toBe('agenda');
  expect(stageOf({ ...seen, room: beside }).name).toBe('agenda');
  expect(stageOf({ ...seen, rooms: [plenary, room('children', 'WAITING')] }).name).toBe('agenda');
});

it('shows an open poll before any result, and the newest of several', () => {
  const polls = [
    poll('a', 'CLOSED', '2026-04-02T09:00:00Z', true),
    poll('b', 'OPEN', '2026-04-02T09:05:00Z'),
    poll('c', 'OPEN', '2026-04-02T09:10:00Z'),
  ];
  const stage = stageOf({ ...seen, polls, results: [result('a'), result('c')] });
  expect(stage).toEqual({ name: 'poll', poll: polls[2], result: result('c') });
});

it('shows the latest result for as long as the chair shows it', () => {
  const polls = [
    poll('a', 'CLOSED', '2026-04-02T09:00:00Z', true),
    poll('b', 'CLOSED', '2026-04-02T09:05:00Z', true),
    poll('c', 'CLOSED', '2026-04-02T09:10:00Z', false),
  ];
  const results = [result('a'), result('b'), result('c')];
  expect(stageOf({ ...seen, polls, results })).toMatchObject({ name: 'result', poll: { id: 'b' } });
  expect(stageOf({ ...seen, polls, results: [] }).name).toBe('rooms');
});
