import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BallotBundle } from '../../features/poll/polls';
import { charts } from '../../features/poll/charts/texts';
import { common } from '../../words/common';
import { recount } from '../../features/recount/texts';
import { aPoll, options, statement } from '../../features/poll/fixtures';
import { check, type Recount as Recounted } from '../../features/recount/check';
import Recount from './Recount.svelte';
import { answerText, fieldName } from '../../features/recount/words';

const bundle: BallotBundle = {
  format: 'sovittu-ballots-1',
  meeting: 'Hyte-neuvottelu',
  poll: aPoll({ kind: 'CHOICE', title: 'Jatketaanko?', options: options('Kyllä', 'Ei') }),
  ballots: [
    { receipt: 'ABCDEFGHJKLMNPQR', answers: [0] },
    { receipt: 'BBCDEFGHJKLMNPQR', answers: [1] },
    { receipt: 'CBCDEFGHJKLMNPQR', answers: [0] },
  ],
  tally: { kind: 'CHOICE', ballots: 3, counts: [2, 1] },
};
/** jsdom's files cannot be read, so this one only looks like one. */
function fileOf(content: unknown): File {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { size: text.length, text: () => Promise.resolve(text) } as File;
}

beforeEach(async () => {
  await Promise.all([charts.load('fi'), common.load('fi'), recount.load('fi')]);
});

describe('checking a file', () => {
  it('agrees with an honest one', async () => {
    expect(await check(fileOf(bundle))).toMatchObject({ agrees: true });
  });

  it('does not agree when a number, a ballot or a receipt is wrong', async () => {
    const [first, ...rest] = bundle.ballots;
    const forged = [
      { ...bundle, tally: { ...bundle.tally, counts: [3, 0] } },
      { ...bundle, ballots: rest },
      { ...bundle, ballots: [...rest, { receipt: first?.receipt, answers: [7] }] },
      { ...bundle, ballots: [...rest, { receipt: rest[0]?.receipt, answers: [0] }] },
    ];
    for (const file of forged) expect(await check(fileOf(file))).toMatchObject({ agrees: false });
  });

  it('counts ten thousand ballots', async () => {
    const statements = Array.from({ length: 20 }, (_, i) => statement(`Väittämä ${i}`));
    const poll = aPoll({ scale: { steps: 10, low: 'a', high: 'b' }, statements });
    const ballots = Array.from({ length: 10_000 }, (_, i) => ({
      receipt: String(i).padStart(16, 'A'),
      answers: statements.map((_, s) => ((i + s) % 11 === 0 ? null : ((i * 7 + s) % 10) + 1)),
    }));
    const empty = { kind: 'SCALE' as const, ballots: 0, statements: [] };
    const counted = (await check(fileOf({ ...bundle, poll, ballots, tally: empty }))) as Recounted;
    expect(counted.agrees).toBe(false);
    const honest = { ...bundle, poll, ballots, tally: counted.counted };
    expect(await check(fileOf(honest))).toMatchObject({ agrees: true, counted: { ballots: 10_000 } });
  });

  it('refuses what it cannot read', async () => {
    expect(await check(fileOf('not json'))).toBe('notJson');
    const huge = { size: 60_000_000 } as File;
    expect(await check(huge)).toBe('tooBig');
    const gone = { size: 1, text: () => Promise.reject(new DOMException('gone')) } as unknown as File;
    expect(await check(gone)).toBe('unreadable');
  });
});

describe('the recount page', () => {
  let page: Record<string, unknown> | undefined;

  afterEach(async () => {
    if (page) await unmount(page);
    page = undefined;
  });

  async function choose(file: File): Promise<void> {
    page = mount(Recount, { target: document.body });
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file input');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    Object.defineProperty(input, 'value', { value: '', writable: true });
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await vi.waitUntil(() => document.querySelector('.note'));
  }
  const said = (selector: string): string =>
    (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

  it('says that the result agrees, and finds a ballot by its code', async () => {
    await choose(fileOf(bundle));
    expect(said('.note.good')).toContain(
      'Tulos täsmää Hyte-neuvottelu: Jatketaanko? Laskettiin 3 vastausta.',
    );
    const search = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!search) throw new Error('no search');
    search.value = 'bbcd-efgh';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
    expect(document.body.textContent).toContain('Löytyi 1 vastaus.');
    expect([...document.querySelectorAll('ol[role=list] > li')].map((one) => one.textContent)).toContainEqual(
      expect.stringMatching(/^Nro 2\s*Tunnus BBCD EFGH JKLM NPQR\s*Vastaus Ei$/),
    );
  });

  it('names what differs', async () => {
    await choose(fileOf({ ...bundle, tally: { ...bundle.tally, counts: [2, 3] } }));
    expect(said('.note.bad')).toContain('Tulos ei täsmää');
    expect(
      [...document.querySelectorAll('tr.wrong')].map((row) =>
        [...row.children].map((cell) => cell.textContent),
      ),
    ).toContainEqual(['Ei: ääniä', '3', '1', '✗ eri']);
  });

  it('says clearly why another file cannot be counted', async () => {
    await choose(fileOf({ hello: 1 }));
    expect(said('.note.bad')).toBe('Tämä ei ole kyselyn vastaustiedosto, tai siitä puuttuu osia.');
  });
});

describe('in words', () => {
  it('are ballots of every kind', () => {
    const three = options('A', 'B', 'C');
    expect(answerText(aPoll({ statements: [statement('x')] }), [4, null])).toBe('4 · EOS');
    expect(answerText(aPoll({ kind: 'CHOICE', options: three }), [2, 0])).toBe('C · A');
    expect(answerText(aPoll({ kind: 'THUMBS' }), ['SIDEWAYS'])).toBe('Peukku sivulle');
    expect(answerText(aPoll({ kind: 'RANKING', options: three }), [1, 2])).toBe('1. B · 2. C');
    expect(answerText(aPoll({ kind: 'POINTS', options: three }), [20, 80, 0])).toBe('A 20 · B 80 · C 0');
    expect(answerText(aPoll({ kind: 'WORDS' }), ['arki', 'ilo'])).toBe('arki · ilo');
  });

  it('are the fields of a tally', () => {
    const poll = aPoll({ kind: 'RANKING', options: options('A', 'B') });
    expect(fieldName(poll, ['ballots'])).toBe('Vastauksia');
    expect(fieldName(poll, ['options', 1, 'borda'])).toBe('B: pisteitä');
    expect(fieldName(aPoll(), ['statements', 0, 'counts', 2])).toBe('Väittämä 1: arvo 3');
    expect(fieldName(aPoll(), ['statements', 1, 'mean'])).toBe('Väittämä 2: keskiarvo');
    expect(fieldName(aPoll({ kind: 'THUMBS' }), ['counts', 0])).toBe('Peukku ylös: ääniä');
    expect(fieldName(aPoll({ kind: 'WORDS' }), ['words', 0, 'count'])).toBe('Sana 1: mainintoja');
    expect(fieldName(aPoll({ kind: 'TEXT' }), ['entries', 3, 'text'])).toBe('Näytetty vastaus 4: teksti');
  });
});
