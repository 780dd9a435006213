import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Dial, WireEvents } from './bridge';
import { Connection } from './connection';

/** A way to connect whose links the test opens, feeds and cuts by hand. */
function fakeDial() {
  const links: { events: WireEvents; sent: { type: string; address?: string }[]; closed: boolean }[] = [];
  const dial: Dial = (_participant, events) => {
    const link = { events, sent: [] as { type: string; address?: string }[], closed: false };
    links.push(link);
    return {
      send: (message) => link.sent.push(message as { type: string }),
      close: () => (link.closed = true),
    };
  };
  const last = () => {
    const link = links.at(-1);
    if (!link) throw new Error('not dialled');
    return link;
  };
  return { dial, links, last };
}

const socket = fakeDial();
let fallback = fakeDial();
let opened = 0;
let lost = 0;
let heard: unknown[] = [];
let connection: Connection;

beforeEach(() => {
  vi.useFakeTimers();
  socket.links.length = 0;
  fallback = fakeDial();
  [opened, lost, heard] = [0, 0, []];
  connection = new Connection(
    'S',
    { open: () => opened++, lost: () => lost++, event: (address, body) => heard.push([address, body]) },
    [socket.dial, fallback.dial],
  );
  connection.listenTo(['sovittu.meeting.M']);
  connection.start();
});

afterEach(() => {
  connection.stop();
  vi.useRealTimers();
});

const beat = (link = socket.last()): void => {
  link.events.event('sovittu.beat', {});
};
const addresses = (link = socket.last()): unknown[] =>
  link.sent.filter((message) => message.type === 'register').map((message) => message.address);

it('registers every address before it says that it is open', () => {
  socket.last().events.open();
  expect(opened).toBe(1);
  expect(addresses()).toEqual(['sovittu.beat', 'sovittu.meeting.M']);
});

it('registers and unregisters while open', () => {
  socket.last().events.open();
  expect(connection.listenTo(['sovittu.agenda.R'])).toBe(true);
  expect(connection.listenTo(['sovittu.agenda.R'])).toBe(false);
  expect(addresses()).toContain('sovittu.agenda.R');
  expect(socket.last().sent).toContainEqual({
    type: 'unregister',
    address: 'sovittu.meeting.M',
    headers: {},
  });
});

it('keeps the link awake with pings while it hears the heartbeat', async () => {
  socket.last().events.open();
  for (let i = 0; i < 10; i++) {
    await vi.advanceTimersByTimeAsync(7_500);
    beat();
  }
  expect(lost).toBe(0);
  expect(socket.last().sent.filter((message) => message.type === 'ping')).toHaveLength(7);
});

it('takes thirteen silent seconds for a dead link and dials anew', async () => {
  socket.last().events.open();
  beat();
  await vi.advanceTimersByTimeAsync(12_500);
  expect(lost).toBe(0);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(lost).toBe(1);
  expect(socket.links[0]?.closed).toBe(true);
  expect(socket.links).toHaveLength(2);
});

it('ignores what a link says after it was given up', async () => {
  socket.last().events.open();
  const old = socket.last();
  old.events.closed();
  await vi.advanceTimersByTimeAsync(1_000);
  beat(old);
  old.events.closed();
  expect(heard).toEqual([]);
  expect(socket.links).toHaveLength(2);
});

it('turns to the fallback when sockets never open, and back to sockets when that is lost', async () => {
  socket.last().events.closed();
  await vi.advanceTimersByTimeAsync(1_000);
  socket.last().events.closed();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(socket.links).toHaveLength(2);
  fallback.last().events.open();
  expect(opened).toBe(1);
  beat(fallback.last());
  fallback.last().events.closed();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(socket.links).toHaveLength(3);
});

it('turns to the fallback when a socket opens but carries nothing', async () => {
  socket.last().events.open();
  await vi.advanceTimersByTimeAsync(16_000);
  socket.last().events.open();
  await vi.advanceTimersByTimeAsync(16_000);
  expect(fallback.links).toHaveLength(1);
});

it('stays with sockets that have worked through a short outage', async () => {
  socket.last().events.open();
  beat();
  for (let i = 0; i < 3; i++) {
    socket.last().events.closed();
    await vi.advanceTimersByTimeAsync(4_000);
  }
  expect(fallback.links).toHaveLength(0);
});

it('dials at once when the network comes back or the page is looked at', async () => {
  socket.last().events.closed();
  window.dispatchEvent(new Event('online'));
  expect(socket.links).toHaveLength(2);
  socket.last().events.open();
  beat();
  await vi.advanceTimersByTimeAsync(7_500);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(lost).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(lost).toBe(1);
});

it('stops for good', async () => {
  socket.last().events.open();
  connection.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(socket.links).toHaveLength(1);
});
