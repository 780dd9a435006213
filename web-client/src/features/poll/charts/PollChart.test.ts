import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Poll, Result, Tally } from '../polls';
import { charts } from './texts';
import { common } from '../../../words/common';
import { aPoll, aResult, options, statement, withoutSizes } from '../fixtures';
import PollChart from './PollChart.svelte';

let component: Record<string, unknown> | undefined;

beforeEach(async () => {
  withoutSizes();
  await Promise.all([charts.load('fi'), common.load('fi')]);
});

afterEach(async () => {
  if (component) await unmount(component);
  component = undefined;
});

function draw(poll: Poll, result: Result, before?: { poll: Poll; result: Result }): void {
  component = mount(PollChart, {
    target: document.body,
    props: { poll, result, before, organisations: [] },
  });
}
const table = () => vi.waitUntil(() => document.querySelector('table caption'), { timeout: 5000 });

const scale = { steps: 3, low: 'a', high: 'b' };
const two = options('A', 'B');
const tallies: [Poll, Tally, string][] = [
  [
    aPoll({ scale, statements: [statement('A')] }),
    {
      kind: 'SCALE',
      ballots: 1,
      statements: [{ counts: [0, 1, 0], cantSay: 0, n: 1, mean: 2, median: 2 }],
    },
    'Vastausten jakauma väittämittäin',
  ],
  [
    aPoll({ kind: 'CHOICE', options: two }),
    { kind: 'CHOICE', ballots: 1, counts: [1, 0] },
    'Äänet vaihtoehdoittain',
  ],
  [aPoll({ kind: 'THUMBS' }), { kind: 'THUMBS', ballots: 1, counts: [1, 0, 0] }, 'Äänet vaihtoehdoittain'],
  [
    aPoll({ kind: 'RANKING', options: two }),
    { kind: 'RANKING', ballots: 1, options: two.map(() => ({ borda: 0.5, first: 0, ranked: 1 })) },
    'Sijoitukset vaihtoehdoittain',
  ],
  [
    aPoll({ kind: 'POINTS', options: two }),
    { kind: 'POINTS', ballots: 1, options: two.map(() => ({ total: 50, mean: 50 })) },
    'Sadan pisteen jako vaihtoehdoittain',
  ],
  [
    aPoll({ kind: 'WORDS' }),
    { kind: 'WORDS', ballots: 1, words: [{ word: 'arki', count: 1 }], others: 0 },
    'Sanat yleisimmästä alkaen',
  ],
  [
    aPoll({ kind: 'COMMITMENT', statements: [statement('A')] }),
    {
      kind: 'COMMITMENT',
      ballots: 0,
      of: 0,
      statements: [{ commits: 0, reservations: 0, declines: 0 }],
      organisations: [],
    },
    'Vastaukset tavoitteittain',
  ],
];

it.each(tallies.map(([poll, tally, caption]) => [poll.kind, poll, tally, caption] as const))(
  'draws the chart of %s, with its table',
  async (_, poll, tally, caption) => {
    draw(poll, aResult(tally));
    expect((await table())?.textContent).toContain(caption);
  },
);

it('draws texts as they are', async () => {
  const entry = { id: 'e', text: 'Kerhot', by: null, state: 'SHOWN' as const, group: null, upvotes: 0 };
  draw(
    aPoll({ kind: 'TEXT' }),
    aResult({ kind: 'TEXT', ballots: 1, entries: [entry], groups: [], waiting: 0 }),
  );
  await vi.waitUntil(() => document.querySelector('.entry')?.textContent.includes('Kerhot'));
});

it('draws nothing without a tally', () => {
  draw(aPoll(), aResult(null));
  expect(document.body.textContent).toBe('');
});

it('says how many answers a live tally counts when more have voted', async () => {
  const poll = aPoll({ kind: 'CHOICE', options: two, state: 'OPEN' });
  draw(poll, aResult({ kind: 'CHOICE', ballots: 10, counts: [6, 4] }, { voted: 16 }));
  await table();
  expect(document.body.textContent).toContain('Mukana 10 vastausta');
});

it('has the decision, the other count and the shift together', async () => {
  const poll = aPoll({ kind: 'CHOICE', options: two });
  const tally: Tally = { kind: 'CHOICE', ballots: 10, counts: [6, 4] };
  const quorum = { votes: 10, needed: 5, base: 10, met: true };
  const byMunicipality = { municipalities: 6, counts: [4, 2], divided: 0, means: [] };
  draw(
    { ...poll, round: 2, rules: { ...poll.rules, quorum: { rule: 'TWO_THIRDS', base: 'PRESENT' } } },
    aResult(tally, { decision: { quorum, items: [] }, byMunicipality }),
    { poll, result: aResult(tally) },
  );
  await table();
  expect([...document.querySelectorAll('.heading')].map((heading) => heading.textContent.trim())).toEqual([
    'Päätös',
    'Henkilöittäin ja kunnittain',
    'Muutos: kierros 1 → kierros 2',
  ]);
});
