import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../api/http';
import { castBallot, getBallot, type Commitment, type OwnBallot, type Poll } from '../../api/polls';
import { CommitmentBallot, faultOf } from './commitment.svelte';

const poll = { id: 'P', statements: [{}, {}] } as Poll;
const commits: Commitment = { answer: 'COMMITS', reservation: null };
const declines: Commitment = { answer: 'DECLINES', reservation: null };
const conflict = new Problem({ type: '', title: 'Uudempi vastaus on jo.', status: 409, code: 'newer' });

vi.mock('../../api/polls', () => ({ castBallot: vi.fn(), getBallot: vi.fn() }));
const cast = vi.mocked(castBallot);
const own = vi.mocked(getBallot);

function held(
  answers: Commitment[] | null,
  revision = 1,
  castBy = 'Kaisa',
  at = '2026-04-02T11:00:00Z',
): OwnBallot {
  const commitment = answers && { answers, revision, castBy, castAt: at };
  return { entitled: true, voted: answers !== null, commitment };
}

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  cast.mockReset();
  own.mockReset();
});

async function opened(holds: OwnBallot): Promise<CommitmentBallot> {
  own.mockResolvedValue(holds);
  const ballot = new CommitmentBallot('S', poll);
  await vi.waitFor(() => {
    expect(ballot.own).toBeDefined();
  });
  return ballot;
}

it('opens the form when nobody has answered', async () => {
  const ballot = await opened(held(null));
  expect([ballot.editing, ballot.unsent]).toEqual([true, false]);
});

it('shows the answer of a colleague instead of a form', async () => {
  const ballot = await opened(held([commits, declines]));
  expect([ballot.editing, ballot.standing?.castBy]).toEqual([false, 'Kaisa']);
  ballot.change();
  expect(ballot.rows.map((row) => row.answer)).toEqual(['COMMITS', 'DECLINES']);
  expect(ballot.unsent).toBe(false);
});

it('sends a revision above the one that stands, and is saved when its answers stand', async () => {
  const ballot = await opened(held([commits, declines], 4));
  ballot.change();
  ballot.answer(1, 'COMMITS');
  cast.mockResolvedValue({ savedAt: '2026-04-02T11:05:00Z' });
  own.mockResolvedValue(held([commits, commits], 5, 'Minä', '2026-04-02T11:05:00Z'));
  await ballot.send();
  expect(cast.mock.calls[0]?.[2]).toEqual({ revision: 5, commitment: [commits, commits] });
  expect([ballot.savedAt, ballot.editing]).toEqual(['2026-04-02T11:05:00Z', false]);
});

it('tells of a colleague’s answer and leaves the form alone', async () => {
  const ballot = await opened(held(null));
  ballot.answer(0, 'DECLINES');
  own.mockResolvedValue(held([commits, commits]));
  await ballot.heardOf('2026-04-02T11:00:00Z');
  expect(ballot.newer?.castBy).toBe('Kaisa');
  expect(ballot.rows[0]?.answer).toBe('DECLINES');
  expect(ballot.editing).toBe(true);
});

it('does not fetch for an answer that it knows', async () => {
  const ballot = await opened(held([commits, commits]));
  own.mockClear();
  await ballot.heardOf('2026-04-02T11:00:00Z');
  expect(own).not.toHaveBeenCalled();
});

it.each([
  ['refused', () => cast.mockRejectedValue(conflict)],
  ['acknowledged but not taken', () => cast.mockResolvedValue({ savedAt: '2026-04-02T11:00:01Z' })],
])('is overtaken when a colleague was quicker: %s', async (_how, answer) => {
  const ballot = await opened(held(null));
  ballot.answer(0, 'DECLINES');
  ballot.answer(1, 'DECLINES');
  answer();
  own.mockResolvedValue(held([commits, commits]));
  await ballot.send();
  expect(ballot.overtakenBy?.castBy).toBe('Kaisa');
  expect([ballot.savedAt, ballot.editing]).toEqual([null, true]);
  expect(ballot.rows.map((row) => row.answer)).toEqual(['DECLINES', 'DECLINES']);
  ballot.keepMine();
  own.mockResolvedValue(held([declines, declines], 2));
  cast.mockResolvedValue({ savedAt: '2026-04-02T11:02:00Z' });
  await ballot.send();
  expect(cast.mock.lastCall?.[2].revision).toBe(2);
  expect(ballot.savedAt).toBe('2026-04-02T11:02:00Z');
});

it('keeps the form over a reload', async () => {
  const ballot = await opened(held(null));
  ballot.answer(1, 'RESERVATION');
  ballot.reserve(1, 'Valtuusto päättää.');
  expect((await opened(held(null))).rows[1]).toEqual({
    answer: 'RESERVATION',
    reservation: 'Valtuusto päättää.',
  });
});

it('wants a text with a reservation, and not too long a one', () => {
  const row = (reservation: string) => ({ answer: 'RESERVATION' as const, reservation });
  expect(faultOf({ answer: null, reservation: '' })).toBe('missing');
  expect(faultOf(row('  '))).toBe('reservationMissing');
  expect(faultOf(row('x'.repeat(1001)))).toBe('reservationTooLong');
  expect(faultOf(row('x'.repeat(1000)))).toBeUndefined();
  expect(faultOf({ answer: 'COMMITS', reservation: 'left over' })).toBeUndefined();
});
