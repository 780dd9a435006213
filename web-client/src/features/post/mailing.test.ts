import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PostProgress } from './post';
import { Mailing, minutes } from './mailing.svelte';

const answers: PostProgress[] = [];
const asked: string[] = [];

const progress = (queued: number): PostProgress => ({
  perMinute: 30,
  unsent: 0,
  queued,
  retrying: 0,
  unreachable: false,
  sent: 2 - queued,
  failed: 0,
  noAddress: 0,
});

beforeEach(() => {
  vi.useFakeTimers();
  answers.length = 0;
  asked.length = 0;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push(`${init.method ?? ''} ${path} ${typeof init.body === 'string' ? init.body : ''}`.trim());
    return Promise.resolve(new Response(JSON.stringify(answers.shift())));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('looks again while anything is queued, and no longer', async () => {
  const mailing = new Mailing('participant');
  answers.push(progress(2), progress(1), progress(0));
  await mailing.send('key', 'UNSENT');
  expect(asked).toEqual(['PUT /api/post/orders/key {"to":"UNSENT","participants":null}']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(mailing.progress?.sent).toBe(2);
  expect(asked).toHaveLength(3);
});

it('names those who are chosen, and stops looking when the page is left', async () => {
  const mailing = new Mailing('participant');
  answers.push(progress(1));
  await mailing.send('key', ['p']);
  expect(asked).toEqual(['PUT /api/post/orders/key {"to":"PARTICIPANTS","participants":["p"]}']);
  mailing.leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
});

it('tells the time that letters take', () => {
  expect([minutes(1, 30), minutes(30, 30), minutes(131, 30)]).toEqual([1, 1, 5]);
});
