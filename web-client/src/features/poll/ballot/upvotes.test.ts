import { expect, it, vi } from 'vitest';
import { Problem } from '../../../net/http';
import { getBallot, upvoteEntry } from '../polls';
import { ownOf } from './testing';
import { Upvotes } from './upvotes.svelte';

vi.mock('../../../net/pause', () => ({ pause: () => Promise.resolve() }));
vi.mock('../polls', () => ({ getBallot: vi.fn(), upvoteEntry: vi.fn() }));
const upvote = vi.mocked(upvoteEntry);

it('knows what I supported before', async () => {
  vi.mocked(getBallot).mockResolvedValue(ownOf({ upvoted: ['a'] }));
  const upvotes = new Upvotes('S', 'P');
  await upvotes.load();
  expect([upvotes.has('a'), upvotes.has('b')]).toEqual([true, false]);
});

it('sends the last of quick presses last', async () => {
  let done: () => void = () => undefined;
  upvote.mockReset();
  upvote.mockReturnValueOnce(new Promise((resolve) => (done = resolve))).mockResolvedValue();
  const upvotes = new Upvotes('S', 'P');
  const first = upvotes.toggle('a');
  await upvotes.toggle('a');
  await upvotes.toggle('a');
  await upvotes.toggle('a');
  expect(upvotes.has('a')).toBe(false);
  done();
  await first;
  expect(upvote.mock.calls.map((call) => call[3])).toEqual([true, false]);
});

it('takes it back when the server refuses', async () => {
  const closed = new Problem({ type: '', title: 'Ei.', status: 409, code: 'NOT_ENTITLED' });
  upvote.mockReset();
  upvote.mockRejectedValue(closed);
  const upvotes = new Upvotes('S', 'P');
  await upvotes.toggle('a');
  expect([upvotes.has('a'), upvotes.refusal?.problem]).toEqual([false, closed]);
});
