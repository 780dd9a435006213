import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../net/http';
import * as polls from '../polls';
import type { Live } from '../../../net/live.svelte';
import { Moderating } from './moderating.svelte';
import type { Entry } from './queue';

vi.mock('../polls');
const sent = vi.mocked(polls.moderateEntry);

const entry: Entry = { id: 'e', text: 'Teksti', by: null, state: 'WAITING', group: null, upvotes: 0 };
const live = { look: vi.fn() } as unknown as Live;
const moderating = (): Moderating => new Moderating('participant', 'poll', live);

/** Answers the commands one by one. */
function answers(): (() => void)[] {
  const waiting: (() => void)[] = [];
  sent.mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
  return waiting;
}

describe('moderating', () => {
  beforeEach(() => {
    sent.mockReset();
  });

  it('shows the wish at once and says when it is done', async () => {
    const waiting = answers();
    const one = moderating();
    const done = one.put(entry, { state: 'SHOWN' }, 'Näytetään');
    expect(one.wished(entry).state).toBe('SHOWN');
    expect(one.said).toBe('');
    waiting[0]?.();
    await done;
    expect(one.said).toBe('Näytetään');
    expect(sent).toHaveBeenCalledWith('participant', 'poll', 'e', { state: 'SHOWN', group: null });
  });

  it('sends the latest wish last, and skips those between', async () => {
    const waiting = answers();
    const one = moderating();
    const done = one.put(entry, { group: 'g1' }, '');
    void one.put(entry, { group: 'g2' }, '');
    void one.put(entry, { group: 'g3' }, '');
    waiting[0]?.();
    await vi.waitFor(() => {
      expect(waiting).toHaveLength(2);
    });
    waiting[1]?.();
    await done;
    expect(sent.mock.calls.map(([, , , body]) => body.group)).toEqual(['g1', 'g3']);
  });

  it('takes a wish back that the server refuses, and says why', async () => {
    sent.mockRejectedValue(new Problem({ type: '', title: 'Ei käy', status: 409, code: 'X' }));
    const one = moderating();
    await one.put(entry, { state: 'HIDDEN' }, 'Piilotettu');
    expect(one.wished(entry).state).toBe('WAITING');
    expect([one.refusal, one.said]).toEqual(['Ei käy', '']);
  });
});
