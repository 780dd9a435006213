import { expect, it } from 'vitest';
import type { Poll, Result, Tally } from '../../features/poll/polls';
import type { Room } from '../../features/meeting/rooms';
import type { AgendaItem } from '../../features/agenda/agenda';
import { aPoll, aResult } from '../../features/poll/fixtures';
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
const poll = (id: string, state: Poll['state'], openedAt: string, screen = false): Poll =>
  aPoll({ id, title: id, state, openedAt, shown: { participants: false, screen } });
const tally: Tally = { kind: 'SCALE', ballots: 5, statements: [] };
const result = (of: string, counted: Tally | null = tally): Result => aResult(counted, { poll: of });
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

it('shows the latest result for as long as screens may show it', () => {
  const polls = [
    poll('a', 'CLOSED', '2026-04-02T09:00:00Z', true),
    poll('b', 'CLOSED', '2026-04-02T09:05:00Z', true),
    poll('c', 'CLOSED', '2026-04-02T09:10:00Z', false),
  ];
  const results = [result('a'), result('b'), result('c')];
  expect(stageOf({ ...seen, polls, results })).toMatchObject({ name: 'result', poll: { id: 'b' } });
  expect(stageOf({ ...seen, polls, results: [] }).name).toBe('rooms');
});

it('never shows a result that screens may not see, that was cancelled or that was set aside', () => {
  const closed = poll('a', 'CLOSED', '2026-04-02T09:00:00Z', true);
  const results = [result('a'), result('b')];
  expect(stageOf({ ...seen, polls: [closed], results: [result('a', null)] }).name).toBe('rooms');
  const toParticipants = { ...closed, shown: { participants: true, screen: false } };
  expect(stageOf({ ...seen, polls: [toParticipants], results }).name).toBe('rooms');
  for (const state of ['CANCELLED', 'DISCARDED'] as const) {
    const gone = poll('b', state, '2026-04-02T09:05:00Z', true);
    expect(stageOf({ ...seen, polls: [gone], results }).name).toBe('rooms');
    expect(stageOf({ ...seen, polls: [closed, gone], results })).toMatchObject({ poll: { id: 'a' } });
  }
});

it('shows with a second round the one before', () => {
  const first = poll('a', 'CLOSED', '2026-04-02T09:00:00Z', true);
  const second = { ...poll('b', 'CLOSED', '2026-04-02T09:05:00Z', true), round: 2, previous: 'a' };
  const results = [result('a'), result('b')];
  expect(stageOf({ ...seen, polls: [first, second], results })).toMatchObject({
    poll: { id: 'b' },
    before: { poll: { id: 'a' }, result: { poll: 'a' } },
  });
  expect(stageOf({ ...seen, polls: [first, second], results: results.slice(1) })).toMatchObject({
    poll: { id: 'b' },
    before: undefined,
  });
});
