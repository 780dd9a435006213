import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoAnswer, Problem } from '../../../net/http';
import { castBallot, getBallot, type Ballot, type OwnBallot, type Receipt } from '../polls';
import { hasBallot } from './kept';
import type { Forms } from '../kinds/answers';
import { MyBallot } from './my-ballot.svelte';
import { ownOf, pollOf } from './testing';

vi.mock('../polls', () => ({ castBallot: vi.fn(), getBallot: vi.fn() }));
const cast = vi.mocked(castBallot);
const own = vi.mocked(getBallot);
const sent = (): Ballot[] => cast.mock.calls.map(([, , body]) => body);

const receipt: Receipt = { savedAt: '2026-04-02T09:43:05Z' };
const problem = (code: string): Problem => new Problem({ type: '', title: code, status: 409, code });
const closed = problem('POLL_CLOSED');
const superseded = problem('BALLOT_SUPERSEDED');

const ME = { id: 'S', name: 'Minä' };

/** A reload: nothing but what the phone keeps is left. */
type Scale = MyBallot<Forms['SCALE']>;
const anonymous = pollOf('SCALE');
const open = (poll = anonymous): Scale => new MyBallot(ME, poll) as Scale;

const ANSWERS: Forms['SCALE'] = [4, 'cantSay', 1];
function filled(poll = anonymous): Scale {
  const ballot = open(poll);
  ballot.fill(ANSWERS);
  return ballot;
}

beforeEach(() => {
  localStorage.clear();
  own.mockResolvedValue(ownOf());
});
afterEach(() => {
  cast.mockReset();
  own.mockReset();
});

describe('any ballot', () => {
  it('is not sent while something is missing', async () => {
    const ballot = open();
    expect([ballot.touched, ballot.unsent]).toEqual([false, false]);
    ballot.fill([null, 3, null]);
    await ballot.send();
    expect(cast).not.toHaveBeenCalled();
    expect(ballot.faults.map((fault) => fault.place)).toEqual([0, 2]);
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
    expect([ballot.heldAt, ballot.phase, ballot.unsent]).toEqual([receipt.savedAt, 'idle', false]);
  });

  it('changes the vote with the same key and a higher revision', async () => {
    cast.mockResolvedValue(receipt);
    const ballot = filled();
    await ballot.send();
    ballot.fill([5, 'cantSay', 1]);
    expect(ballot.unsent).toBe(true);
    await ballot.send();
    const [first, second] = sent();
    expect(second?.key).toBe(first?.key);
    expect([first?.revision, second?.revision]).toEqual([1, 2]);
    expect(second?.scale).toEqual([5, null, 1]);
  });

  it('goes back to what is saved', async () => {
    cast.mockResolvedValue(receipt);
    const ballot = filled();
    await ballot.send();
    ballot.fill([5, 5, 5]);
    ballot.discard();
    expect([ballot.form, ballot.unsent]).toEqual([ANSWERS, false]);
  });

  it('keeps a half-filled form over a reload', () => {
    open().fill([null, 2, null]);
    expect(open().form).toEqual([null, 2, null]);
  });

  it('sends after a reload what had not been answered, unchanged', async () => {
    cast.mockReturnValueOnce(new Promise(() => undefined));
    void filled().send();
    cast.mockResolvedValueOnce(receipt);
    const reopened = open();
    await vi.waitFor(() => {
      expect(reopened.heldAt).toBe(receipt.savedAt);
    });
    expect(sent()[1]).toEqual(sent()[0]);
  });

  it('says that it waits while there is no connection', async () => {
    let answer: (receipt: Receipt) => void = () => undefined;
    cast.mockImplementation((_participant, _poll, _body, options) => {
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
    ballot.fill([1, 1, 1]);
    await ballot.send();
    expect(ballot.refusal).toBe(closed);
    expect(ballot.saved?.form).toEqual(ANSWERS);
    expect(ballot.unsent).toBe(true);
  });

  it('leaves nothing of another participant’s', () => {
    filled();
    expect(new MyBallot({ ...ME, id: 'another' }, anonymous).touched).toBe(false);
    expect([hasBallot('S', 'P'), hasBallot('another', 'P'), hasBallot('none', 'P')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('offers the answers of the round before, and sends nothing by itself', async () => {
    cast.mockResolvedValue(receipt);
    await filled().send();
    const second = open(pollOf('SCALE', { id: 'P2', previous: 'P', round: 2 }));
    expect([second.earlier, second.touched]).toEqual([ANSWERS, false]);
    second.fill([null, null, 1]);
    expect(second.earlier).toBeUndefined();
    expect(open(pollOf('SCALE', { id: 'P3', previous: 'P', statements: [] })).earlier).toBeUndefined();
    expect(cast).toHaveBeenCalledOnce();
  });
});

describe('two tabs', () => {
  it('vote as the same voter', async () => {
    cast.mockResolvedValue(receipt);
    const [one, two] = [filled(), filled()];
    await one.send();
    await two.send();
    expect(sent().map((ballot) => ballot.revision)).toEqual([1, 2]);
    expect(sent()[0]?.key).toBe(sent()[1]?.key);
  });

  it('both know what is saved, and a draft in the other one stays', async () => {
    cast.mockResolvedValue(receipt);
    const [one, idle, drafting] = [filled(), open(), open()];
    idle.fill([null, null, null]);
    drafting.fill([2, null, null]);
    await one.send();
    for (const tab of [idle, drafting]) tab.catchUp();
    expect([idle.form, idle.unsent]).toEqual([ANSWERS, false]);
    expect([drafting.form, drafting.unsent]).toEqual([[2, null, null], true]);
    expect(drafting.heldAt).toBe(receipt.savedAt);
    drafting.fill([2, 2, null]);
    expect(open().saved?.form).toEqual(ANSWERS);
  });

  it('do not forget what the other one waits for', async () => {
    cast.mockReturnValueOnce(new Promise(() => undefined));
    const [one, two] = [filled(), open()];
    void one.send();
    two.fill([2, 2, 2]);
    cast.mockResolvedValueOnce(receipt);
    const reopened = open();
    await vi.waitFor(() => {
      expect(reopened.saved?.form).toEqual(ANSWERS);
    });
    expect(sent()[1]).toEqual(sent()[0]);
    expect([reopened.form, reopened.unsent]).toEqual([[2, 2, 2], true]);
  });
});

describe('an anonymous ballot of mine', () => {
  it('is known to the server by its key alone', async () => {
    cast.mockResolvedValue(receipt);
    const ballot = filled();
    await ballot.send();
    expect(sent()[0]?.key).toMatch(/^[\w-]{22}$/);
    expect(own).not.toHaveBeenCalled();
  });

  it('asks after a refusal whether an earlier attempt came through', async () => {
    cast.mockRejectedValueOnce(closed);
    own.mockResolvedValueOnce(ownOf({ entitled: false, voted: true }));
    const ballot = filled();
    await ballot.send();
    expect([ballot.votedElsewhere, ballot.refusal]).toEqual([true, closed]);
  });

  it('tells a phone that does not know that I have voted', async () => {
    own.mockResolvedValue(ownOf({ voted: true }));
    const ballot = open();
    await ballot.load();
    expect([ballot.votedElsewhere, ballot.standing]).toEqual([true, undefined]);
  });
});

describe('a named ballot of mine', () => {
  const named = pollOf('SCALE', { rules: { secrecy: 'NAMED' } });
  const stored = (scale: (number | null)[], revision: number, at = '2026-04-02T09:41:00Z'): OwnBallot =>
    ownOf({ voted: true, revision, castBy: 'Minä', castAt: at, ballot: { revision, scale } });

  it('carries no key', async () => {
    cast.mockResolvedValue(receipt);
    await filled(named).send();
    expect(sent()[0]).toEqual({ revision: 1, scale: [4, null, 1] });
  });

  it('comes back on another device, and is changed from there', async () => {
    own.mockResolvedValue(stored([3, null, 2], 4));
    const ballot = open(named);
    await ballot.load();
    expect([ballot.form, ballot.unsent]).toEqual([[3, 'cantSay', 2], false]);
    expect(ballot.heldAt).toBe('2026-04-02T09:41:00Z');
    cast.mockResolvedValue(receipt);
    ballot.fill([3, 3, 2]);
    await ballot.send();
    expect(sent()[0]?.revision).toBe(5);
    expect([ballot.heldAt, ballot.unsent]).toEqual([receipt.savedAt, false]);
  });

  it('is not touched while it is filled in, when another device answers', async () => {
    const ballot = open(named);
    ballot.fill([1, null, null]);
    own.mockResolvedValue(stored([3, null, 2], 1));
    await ballot.load();
    expect(ballot.form).toEqual([1, null, null]);
    expect(ballot.newer?.form).toEqual([3, 'cantSay', 2]);
    ballot.discard();
    expect([ballot.form, ballot.newer, ballot.unsent]).toEqual([[3, 'cantSay', 2], undefined, false]);
  });
});

describe('a ballot of my organisation', () => {
  type Commitments = MyBallot<Forms['COMMITMENT']>;
  type Row = Forms['COMMITMENT'][number];
  const commits: Row = { answer: 'COMMITS', reservation: '' };
  const declines: Row = { answer: 'DECLINES', reservation: '' };
  const rules = { secrecy: 'NAMED', voters: 'ORGANISATIONS' };
  const [first] = pollOf('COMMITMENT').statements;
  const statements = first ? [first, first] : [];
  const commitment = pollOf('COMMITMENT', { rules, statements });

  function held(
    rows: Row[] | null,
    revision = 1,
    castBy = 'Kaisa',
    castAt = '2026-04-02T11:00:00Z',
  ): OwnBallot {
    if (!rows) return ownOf();
    const answers = rows.map(({ answer }) => ({ answer: answer ?? 'DECLINES', reservation: null }));
    return ownOf({ voted: true, revision, castBy, castAt, ballot: { revision, commitment: answers } });
  }

  async function opened(holds: OwnBallot, poll = commitment): Promise<Commitments> {
    own.mockResolvedValue(holds);
    const ballot = new MyBallot(ME, poll) as Commitments;
    await ballot.load();
    return ballot;
  }

  it('begins empty when nobody has answered', async () => {
    const ballot = await opened(held(null));
    expect([ballot.standing, ballot.touched, ballot.unsent]).toEqual([undefined, false, false]);
  });

  it('shows the answer of a colleague instead of a form', async () => {
    const ballot = await opened(held([commits, declines]));
    expect([ballot.editing, ballot.standing?.castBy, ballot.replaced]).toEqual([false, 'Kaisa', false]);
    ballot.change();
    expect(ballot.form.map((row) => row.answer)).toEqual(['COMMITS', 'DECLINES']);
    expect([ballot.editing, ballot.unsent]).toEqual([true, false]);
  });

  it('sends a revision above the one that stands', async () => {
    const ballot = await opened(held([commits, declines], 4));
    ballot.change();
    ballot.fill([commits, commits]);
    cast.mockResolvedValue({ savedAt: '2026-04-02T11:05:00Z' });
    own.mockResolvedValue(held([commits, commits], 5, 'Minä', '2026-04-02T11:05:00Z'));
    await ballot.send();
    const commit = { answer: 'COMMITS', reservation: null };
    expect(sent()[0]).toEqual({ revision: 5, commitment: [commit, commit] });
    expect([ballot.heldAt, ballot.editing]).toEqual(['2026-04-02T11:05:00Z', false]);
    expect([ballot.standing?.mine, ballot.replaced]).toEqual([true, false]);
  });

  it('tells of a colleague’s answer and leaves the form alone', async () => {
    const ballot = await opened(held(null));
    ballot.fill([declines, { answer: null, reservation: '' }]);
    own.mockResolvedValue(held([commits, commits]));
    await ballot.heardOf('2026-04-02T11:00:00Z');
    expect(ballot.newer?.castBy).toBe('Kaisa');
    expect(ballot.form[0]?.answer).toBe('DECLINES');
    expect([ballot.editing, ballot.unsent]).toEqual([true, true]);
  });

  it('does not fetch for an answer that it knows', async () => {
    const ballot = await opened(held([commits, commits]));
    own.mockClear();
    await ballot.heardOf('2026-04-02T11:00:00Z');
    expect(own).not.toHaveBeenCalled();
  });

  it('is overtaken when a colleague was quicker, and may be sent again', async () => {
    const ballot = await opened(held(null));
    ballot.fill([declines, declines]);
    cast.mockRejectedValueOnce(superseded);
    own.mockResolvedValue(held([commits, commits]));
    await ballot.send();
    expect([ballot.newer?.castBy, ballot.overtaken]).toEqual(['Kaisa', true]);
    expect([ballot.saved, ballot.editing, ballot.refusal]).toEqual([null, true, undefined]);
    expect(ballot.form).toEqual([declines, declines]);
    ballot.keepMine();
    own.mockResolvedValue(held([declines, declines], 2, 'Minä', '2026-04-02T11:02:00Z'));
    cast.mockResolvedValue({ savedAt: '2026-04-02T11:02:00Z' });
    await ballot.send();
    expect(sent()[1]?.revision).toBe(2);
    expect([ballot.heldAt, ballot.standing?.mine]).toEqual(['2026-04-02T11:02:00Z', true]);
  });

  it('tells me when a colleague has replaced mine', async () => {
    const ballot = await opened(held(null));
    ballot.fill([declines, declines]);
    cast.mockResolvedValue({ savedAt: '2026-04-02T11:02:00Z' });
    own.mockResolvedValue(held([declines, declines], 1, 'Minä', '2026-04-02T11:02:00Z'));
    await ballot.send();
    own.mockResolvedValue(held([commits, commits], 2, 'Kaisa', '2026-04-02T11:03:00Z'));
    await ballot.heardOf('2026-04-02T11:03:00Z');
    expect([ballot.replaced, ballot.editing, ballot.standing?.castBy]).toEqual([true, false, 'Kaisa']);
    expect(ballot.newer).toBeUndefined();
  });

  it('keeps what was changed while it was on its way', async () => {
    const ballot = await opened(held(null));
    ballot.fill([declines, declines]);
    let answer: (receipt: Receipt) => void = () => undefined;
    cast.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const sending = ballot.send();
    ballot.fill([declines, commits]);
    own.mockResolvedValue(held([declines, declines], 1, 'Minä'));
    answer(receipt);
    await sending;
    expect([ballot.editing, ballot.unsent, ballot.form[1]?.answer]).toEqual([true, true, 'COMMITS']);
  });

  it('knows in an anonymous poll who answered last, and not what', async () => {
    const secret = pollOf('COMMITMENT', { rules: { voters: 'ORGANISATIONS' }, statements });
    const ballot = await opened(ownOf({ voted: true, revision: 3, castBy: 'Kaisa' }), secret);
    expect(ballot.standing).toEqual({
      form: undefined,
      castBy: 'Kaisa',
      castAt: null,
      revision: 3,
      mine: false,
    });
    ballot.change();
    ballot.fill([commits, commits]);
    expect(ballot.unsent).toBe(true);
    cast.mockResolvedValue(receipt);
    own.mockResolvedValue(ownOf({ voted: true, revision: 4, castBy: 'Minä' }));
    await ballot.send();
    expect([sent()[0]?.revision, sent()[0]?.key?.length]).toEqual([4, 22]);
    expect([ballot.standing?.mine, ballot.standing?.form]).toEqual([true, [commits, commits]]);
    expect(ballot.heldAt).toBe(receipt.savedAt);
    own.mockResolvedValue(ownOf({ voted: true, revision: 5, castBy: 'Kaisa' }));
    await ballot.load();
    expect([ballot.replaced, ballot.standing?.form, ballot.heldAt]).toEqual([true, undefined, null]);
    // After the close the server knows no version, and a reload must not make it mine again.
    expect((await opened(ownOf({ entitled: false, voted: true, castBy: 'Minä' }), secret)).replaced).toBe(
      true,
    );
  });

  it('is still mine after the close of an anonymous poll', async () => {
    const secret = pollOf('COMMITMENT', { rules: { voters: 'ORGANISATIONS' }, statements });
    const ballot = await opened(ownOf(), secret);
    ballot.fill([commits, commits]);
    cast.mockResolvedValue(receipt);
    own.mockResolvedValue(ownOf({ voted: true, revision: 1, castBy: 'Minä' }));
    await ballot.send();
    const closedOwn = (castBy: string) => ownOf({ entitled: false, voted: true, castBy });
    const reopened = await opened(closedOwn('Minä'), secret);
    expect([reopened.standing?.mine, reopened.replaced]).toEqual([true, false]);
    expect((await opened(closedOwn('Kaisa'), secret)).replaced).toBe(true);
  });
});
