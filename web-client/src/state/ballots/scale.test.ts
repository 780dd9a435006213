import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NoAnswer, Problem } from '../../api/http';
import { castBallot, getBallot, type Ballot, type Poll, type Receipt } from '../../api/polls';
import { ballotOf, ScaleBallot } from './scale.svelte';

const poll = { id: 'P', statements: [{}, {}, {}] } as Poll;
const receipt: Receipt = { savedAt: '2026-04-02T09:43:05Z' };
const closed = new Problem({ type: '', title: 'Kysely on päättynyt.', status: 409, code: 'poll-closed' });

vi.mock('../../api/polls', () => ({ castBallot: vi.fn(), getBallot: vi.fn() }));
const cast = vi.mocked(castBallot);
const own = vi.mocked(getBallot);
const sent = (): Ballot[] => cast.mock.calls.map(([, , body]) => body);

beforeEach(() => {
  localStorage.clear();
  own.mockResolvedValue({ entitled: true, voted: false, commitment: null });
});
afterEach(() => {
  cast.mockReset();
});

function filled(): ScaleBallot {
  const ballot = new ScaleBallot('S', poll);
  ballot.choose(0, 4);
  ballot.choose(1, 'cantSay');
  ballot.choose(2, 1);
  return ballot;
}

it('is not sent before every statement has an answer', async () => {
  const ballot = new ScaleBallot('S', poll);
  expect([ballot.untouched, ballot.unsent]).toEqual([true, false]);
  ballot.choose(1, 3);
  await ballot.send();
  expect(cast).not.toHaveBeenCalled();
  expect(ballot.missing).toEqual([0, 2]);
  expect(ballot.unsent).toBe(true);
});

it('is saved when the server says so, not sooner', async () => {
  let answer: (receipt: Receipt) => void = () => undefined;
  cast.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const ballot = filled();
  const sending = ballot.send();
  expect([ballot.saved, ballot.phase, ballot.unsent]).toEqual([null, 'sending', true]);
  answer(receipt);
  await sending;
  expect([ballot.saved?.at, ballot.phase, ballot.unsent]).toEqual([receipt.savedAt, 'idle', false]);
});

it('changes the vote with the same key and a higher revision', async () => {
  cast.mockResolvedValue(receipt);
  const ballot = filled();
  await ballot.send();
  ballot.choose(0, 5);
  expect(ballot.unsent).toBe(true);
  await ballot.send();
  const [first, second] = sent();
  expect(second?.key).toBe(first?.key);
  expect([first?.revision, second?.revision]).toEqual([1, 2]);
  expect(second?.scale).toEqual([5, null, 1]);
});

it('keeps a half-filled ballot over a reload', () => {
  const before = new ScaleBallot('S', poll);
  before.choose(1, 2);
  expect(new ScaleBallot('S', poll).choices).toEqual([null, 2, null]);
});

it('sends after a reload what had not been answered, unchanged', async () => {
  cast.mockReturnValueOnce(new Promise(() => undefined));
  void filled().send();
  cast.mockResolvedValueOnce(receipt);
  const reopened = new ScaleBallot('S', poll);
  await vi.waitFor(() => {
    expect(reopened.saved?.at).toBe(receipt.savedAt);
  });
  expect(sent()[1]).toEqual(sent()[0]);
});

it('votes from a second tab as the same voter', async () => {
  cast.mockResolvedValue(receipt);
  const [one, two] = [filled(), filled()];
  await one.send();
  await two.send();
  expect(sent().map((ballot) => ballot.revision)).toEqual([1, 2]);
  expect(sent()[0]?.key).toBe(sent()[1]?.key);
});

it('says that it waits while there is no connection', async () => {
  let answer: (receipt: Receipt) => void = () => undefined;
  cast.mockImplementation((_seat, _poll, _body, options) => {
    options?.onWaiting?.(new NoAnswer());
    return new Promise((resolve) => (answer = resolve));
  });
  const ballot = filled();
  const sending = ballot.send();
  expect(ballot.phase).toBe('waiting');
  answer(receipt);
  await sending;
  expect(ballot.phase).toBe('idle');
});

it('does not call a vote saved that came too late, and keeps the earlier one', async () => {
  cast.mockResolvedValueOnce(receipt).mockRejectedValueOnce(closed);
  const ballot = filled();
  await ballot.send();
  ballot.choose(0, 1);
  await ballot.send();
  expect(ballot.refusal).toBe(closed);
  expect(ballot.saved?.form).toEqual([4, 'cantSay', 1]);
  expect(ballot.unsent).toBe(true);
});

it('asks after a refusal whether an earlier attempt came through', async () => {
  cast.mockRejectedValueOnce(closed);
  own.mockResolvedValueOnce({ entitled: false, voted: true, commitment: null });
  const ballot = filled();
  await ballot.send();
  expect(ballot.votedBefore).toBe(true);
});

it('leaves nothing of another seat’s ballot', () => {
  filled();
  expect(new ScaleBallot('another', poll).untouched).toBe(true);
});

it('writes "can’t say" as the contract does', () => {
  expect(ballotOf([1, 'cantSay'], 7, 'k')).toEqual({ revision: 7, key: 'k', scale: [1, null] });
});
