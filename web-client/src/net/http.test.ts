import { afterEach, describe, expect, it, vi } from 'vitest';
import { insist, NoAnswer, Problem, send, speak, waitBefore } from './http';

const problem = { type: 'about:blank', title: 'Kysely on päättynyt.', status: 409, code: 'poll-closed' };
const refusal = (body: object, status: number): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function answering(...answers: (Response | Error)[]) {
  const fetch = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(() => {
    const answer = answers.shift();
    return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer ?? new TypeError());
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

describe('send', () => {
  it('names the participant and the language', async () => {
    const fetch = answering(new Response('{"a":1}'));
    speak('sv');
    expect(await send('/api/me', { participant: 'S' })).toEqual({ a: 1 });
    expect(fetch.mock.calls[0]?.[1].headers).toEqual({ 'Accept-Language': 'sv', 'X-Participant': 'S' });
  });

  it('throws the problem that the server described', async () => {
    answering(refusal(problem, 409));
    await expect(send('/x')).rejects.toMatchObject({
      status: 409,
      code: 'poll-closed',
      message: problem.title,
    });
  });

  it('throws a problem also when a proxy answered in its own words', async () => {
    answering(new Response('<html>', { status: 502 }));
    await expect(send('/x')).rejects.toMatchObject({ status: 502, code: 'http-502' });
  });

  it('takes an empty answer', async () => {
    answering(new Response(null, { status: 204 }));
    expect(await send('/x', { method: 'POST' })).toBeUndefined();
  });
});

describe('insist', () => {
  it('sends the same again until there is an answer, and says that it waits', async () => {
    vi.useFakeTimers();
    const fetch = answering(
      new TypeError(),
      refusal({ ...problem, status: 503 }, 503),
      new Response('{"ok":true}'),
    );
    const waits: unknown[] = [];
    const answer = insist('/x', {
      method: 'PUT',
      body: { revision: 1 },
      onWaiting: (failure) => waits.push(failure),
    });
    await vi.runAllTimersAsync();
    expect(await answer).toEqual({ ok: true });
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(new Set(fetch.mock.calls.map(([, init]) => init.body)).size).toBe(1);
    expect(waits).toEqual([expect.any(NoAnswer), expect.any(Problem)]);
  });

  it('does not argue with a refusal', async () => {
    const fetch = answering(refusal(problem, 409));
    await expect(insist('/x', { method: 'PUT' })).rejects.toBeInstanceOf(Problem);
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('stops when cancelled', async () => {
    const cancel = new AbortController();
    answering(new TypeError());
    const answer = insist('/x', {
      signal: cancel.signal,
      onWaiting: () => {
        cancel.abort();
      },
    });
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('tries at once when the network comes back', async () => {
    const fetch = answering(new TypeError(), new Response('{}'));
    const answer = insist('/x', {
      onWaiting: () => setTimeout(() => window.dispatchEvent(new Event('online'))),
    });
    await answer;
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

it('waits twice as long each time, within bounds', () => {
  const shortest = [1, 2, 3, 10].map((attempt) => waitBefore(attempt, () => 0));
  const longest = [1, 2, 3, 10].map((attempt) => waitBefore(attempt, () => 1));
  expect(shortest).toEqual([250, 500, 1000, 4000]);
  expect(longest).toEqual([500, 1000, 2000, 8000]);
});
