import { createRawSnippet, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommitmentTally, ScaleTally, TextTally } from '../../../net/contract';
import { charts } from './texts';
import { common } from '../../../words/common';
import { aPoll, aResult, municipality, options, statement, withoutSizes } from '../fixtures';
import Answered from './Answered.svelte';
import ChoiceChart from '../kinds/choice/ChoiceChart.svelte';
import CommitmentChart from '../kinds/commitment/CommitmentChart.svelte';
import Decision from './Decision.svelte';
import type { Entry } from './props';
import PointsChart from '../kinds/points/PointsChart.svelte';
import RankingChart from '../kinds/ranking/RankingChart.svelte';
import ScaleChart from '../kinds/scale/ScaleChart.svelte';
import Shift from './Shift.svelte';
import TextChart from '../kinds/text/TextChart.svelte';
import TwoCounts from './TwoCounts.svelte';
import WordsChart from '../kinds/words/WordsChart.svelte';

const target = document.body;
let component: Record<string, unknown> | undefined;

beforeEach(async () => {
  withoutSizes();
  await Promise.all([charts.load('fi'), common.load('fi')]);
});

afterEach(async () => {
  if (component) await unmount(component);
  component = undefined;
});

const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
const texts = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((found) => clean(found.textContent));
/** The cells of the first or a later table, row by row. */
const rows = (table = 0): string[][] =>
  [...(document.querySelectorAll('table')[table]?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.children].map((cell) => clean(cell.textContent)),
  );

describe('a scale poll’s chart', () => {
  const poll = aPoll({
    scale: { steps: 3, low: 'Eri mieltä', high: 'Samaa mieltä' },
    statements: [
      statement('Ensimmäinen', { goal: 'g', version: 2, newest: 3 }),
      statement('Toinen', { goal: 'h', version: 2, newest: 2 }),
      statement('Kolmas', { goal: 'i', version: 1, newest: 1 }),
    ],
  });
  const tally: ScaleTally = {
    kind: 'SCALE',
    ballots: 6,
    statements: [
      { counts: [1, 0, 4], cantSay: 1, n: 5, mean: 2.6, median: 3 },
      { counts: [0, 0, 0], cantSay: 6, n: 0, mean: null, median: null },
      { counts: [3, 3, 0], cantSay: 0, n: 6, mean: 1.5, median: 1.5 },
    ],
  };

  it('tells its numbers in words and in a table', () => {
    component = mount(ScaleChart, { target, props: { poll, tally } });
    const plots = [...document.querySelectorAll('[role=img]')].map((plot) => plot.getAttribute('aria-label'));
    expect(plots[0]).toBe('Vastausten jakauma. Arvo 1: 1, Arvo 2: 0, Arvo 3: 4. En osaa sanoa: 1.');
    expect(rows()).toEqual([
      ['Ensimmäinen', '1', '0', '4', '1', '5', '2,60', '3'],
      ['Toinen', '0', '0', '0', '6', '0', '–', '–'],
      ['Kolmas', '3', '3', '0', '0', '6', '1,50', '1,5'],
    ]);
    expect(document.querySelector('details')).not.toBeNull();
  });

  it('says which wording was asked about, where there has been more than one', () => {
    component = mount(ScaleChart, { target, props: { poll, tally } });
    expect(texts('.text')).toEqual([
      'Ensimmäinen kysyttiin versiosta 2, uusin on 3',
      'Toinen versio 2',
      'Kolmas',
    ]);
  });

  it('has nothing to press on a projector, but still the table', () => {
    component = mount(ScaleChart, { target, props: { poll, tally, big: true } });
    expect(document.querySelector('details')).toBeNull();
    expect(rows()).toHaveLength(3);
  });
});

describe('a choice’s chart', () => {
  it('tells votes and shares of ballots', () => {
    const poll = aPoll({
      kind: 'CHOICE',
      options: [...options('Kyllä', 'Ei'), { text: 'Tyhjää', abstain: true }],
    });
    component = mount(ChoiceChart, {
      target,
      props: { poll, tally: { kind: 'CHOICE', ballots: 30, counts: [27, 2, 1] } },
    });
    expect(rows()).toEqual([
      ['Kyllä', '27', '90 %'],
      ['Ei', '2', '7 %'],
      ['Tyhjää', '1', '3 %'],
    ]);
    expect(texts('.figure')).toEqual(['27 ääntä 90 %', '2 ääntä 7 %', '1 ääni 3 %']);
  });

  it('of several says that the shares are of those who answered', () => {
    const poll = aPoll({ kind: 'CHOICE', most: 2, options: options('A', 'B') });
    component = mount(ChoiceChart, {
      target,
      props: { poll, tally: { kind: 'CHOICE', ballots: 0, counts: [0, 0] } },
    });
    expect(document.body.textContent).toContain('Vastaaja sai valita useita.');
    expect(rows()[0]).toEqual(['A', '0', '–']);
  });

  it('of thumbs names each of the three', () => {
    component = mount(ChoiceChart, {
      target,
      props: {
        poll: aPoll({ kind: 'THUMBS' }),
        tally: { kind: 'THUMBS', ballots: 4, counts: [3, 0, 1] },
      },
    });
    expect(texts('.text')).toEqual(['Peukku ylös', 'Peukku sivulle', 'Peukku alas']);
    expect(document.querySelectorAll('.text svg')).toHaveLength(3);
  });
});

describe('a ranking’s chart', () => {
  const poll = aPoll({ kind: 'RANKING', options: options('A', 'B') });
  const tally = {
    kind: 'RANKING' as const,
    ballots: 3,
    options: [
      { borda: 1, first: 1, ranked: 3 },
      { borda: 2, first: 2, ranked: 2 },
    ],
  };

  it('has the best first, with points and first places', () => {
    component = mount(RankingChart, { target, props: { poll, tally } });
    expect(rows()).toEqual([
      ['B', '2', '2', '2'],
      ['A', '1', '1', '3'],
    ]);
    expect(document.body.textContent).toContain('Ensimmäinen sija antaa 1 pisteen');
  });

  it('keeps the order asked while the poll is open, so that nothing jumps', () => {
    component = mount(RankingChart, { target, props: { poll: { ...poll, state: 'OPEN' }, tally } });
    expect(rows().map(([option]) => option)).toEqual(['A', 'B']);
  });
});

it('a chart of points has the best first, with means and totals', () => {
  component = mount(PointsChart, {
    target,
    props: {
      poll: aPoll({ kind: 'POINTS', options: options('A', 'B') }),
      tally: {
        kind: 'POINTS',
        ballots: 3,
        options: [
          { total: 100, mean: 33.33 },
          { total: 200, mean: 66.67 },
        ],
      },
    },
  });
  expect(rows()).toEqual([
    ['B', '66,67', '200'],
    ['A', '33,33', '100'],
  ]);
  expect(texts('.figure')).toEqual(['66,7 p.', '33,3 p.']);
});

describe('the words', () => {
  const poll = aPoll({ kind: 'WORDS' });
  const words = [
    { word: 'arki', count: 12 },
    { word: 'ilo', count: 5 },
  ];

  it('are a picture with a description, and a table', () => {
    component = mount(WordsChart, {
      target,
      props: { poll, tally: { kind: 'WORDS', ballots: 14, words, others: 3 } },
    });
    expect(document.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
      'Sanapilvi. Useimmin mainitut: arki 12, ilo 5.',
    );
    expect(rows()).toEqual([
      ['arki', '12'],
      ['ilo', '5'],
    ]);
  });

  it('say so when there are none', () => {
    component = mount(WordsChart, {
      target,
      props: { poll, tally: { kind: 'WORDS', ballots: 0, words: [], others: 0 } },
    });
    expect(clean(document.body.textContent)).toBe('Sanoja ei ole vielä.');
  });
});

describe('the texts', () => {
  const entry = (text: string, over: Partial<Entry> = {}): Entry => ({
    id: text,
    text,
    by: null,
    state: 'SHOWN',
    group: null,
    upvotes: 0,
    ...over,
  });
  const tally: TextTally = {
    kind: 'TEXT',
    ballots: 3,
    entries: [
      entry('Kerhot', { upvotes: 4, group: 'g' }),
      entry('Tori', { by: 'Aino Ahola' }),
      entry('Uusi', { state: 'WAITING' }),
    ],
    groups: [{ id: 'g', title: 'Lapset' }],
    waiting: 1,
  };

  it('stand by group, with support and state in words', () => {
    component = mount(TextChart, { target, props: { tally } });
    expect(texts('.heading')).toEqual(['Lapset', 'Ryhmittelemättä']);
    expect(texts('.entry')).toEqual(['Kerhot 4 kannatusta', 'Tori Aino Ahola', 'Uusi Odottaa tarkistusta']);
    expect(document.body.textContent).toContain('1 vastaus odottaa tarkistusta');
  });

  it('have what can be done with each beside it', () => {
    const entryActions = createRawSnippet<[Entry]>((of) => ({
      render: () => `<button>Kannata: ${of().text}</button>`,
    }));
    component = mount(TextChart, { target, props: { tally, entryActions } });
    expect(texts('.entry button')).toEqual(['Kannata: Kerhot', 'Kannata: Tori', 'Kannata: Uusi']);
  });
});

describe('a commitment’s result', () => {
  const organisations = [municipality('Vaala'), municipality('Ii'), municipality('Utajärvi')];
  const poll = aPoll({
    kind: 'COMMITMENT',
    statements: [
      statement('Liikunta', { goalSet: 'Lapset', version: 1, newest: 2 }),
      statement('Kaatumiset', { goalSet: 'Ikäihmiset', version: 1, newest: 1 }),
    ],
  });
  const answered = ['Ii', 'Vaala'].map((organisation) => ({ organisation, at: '2026-04-02T11:00:00Z' }));
  const tally: CommitmentTally = {
    kind: 'COMMITMENT',
    ballots: 2,
    of: 3,
    statements: [
      { commits: 2, reservations: 0, declines: 0 },
      { commits: 0, reservations: 1, declines: 1 },
    ],
    organisations: [
      {
        organisation: 'Ii',
        answers: [{ answer: 'COMMITS' }, { answer: 'RESERVATION', reservation: 'Talousarvion rajoissa.' }],
      },
      { organisation: 'Vaala', answers: [{ answer: 'COMMITS' }, { answer: 'DECLINES' }] },
    ],
  };

  it('tells only who has answered until the answers are shown', () => {
    component = mount(Answered, {
      target,
      props: { poll, result: aResult(null, { voted: 2, entitled: 3, answered }), organisations },
    });
    expect(rows()).toEqual([
      ['Ii', 'Oulunkaari', 'Vastannut'],
      ['Utajärvi', 'Oulunkaari', 'Ei vastausta'],
      ['Vaala', 'Oulunkaari', 'Vastannut'],
    ]);
    expect(document.body.textContent).not.toContain('Sitoutuu');
  });

  it('then tells the counts per goal and set, and each municipality’s answers with its reservations', () => {
    component = mount(CommitmentChart, {
      target,
      props: { poll, result: aResult(tally, { answered }), tally, organisations },
    });
    expect(texts('.sets .heading')).toEqual(['Lapset', 'Ikäihmiset']);
    expect(texts('.text')[0]).toBe('Liikunta kysyttiin versiosta 1, uusin on 2');
    expect(rows(0)).toEqual([
      ['1', 'Liikunta', '2', '0', '0'],
      ['2', 'Kaatumiset', '0', '1', '1'],
    ]);
    expect(rows(1)).toEqual([
      [
        'Ii',
        'Oulunkaari',
        'Sitoutuu kaikkiin, varauksia',
        'Sitoutuu',
        'Sitoutuu varauksin',
        '2: Talousarvion rajoissa.',
      ],
      ['Utajärvi', 'Oulunkaari', 'Ei vastausta', '–', '–', ''],
      ['Vaala', 'Oulunkaari', 'Ei sitoudu kaikkiin', 'Sitoutuu', 'Ei sitoudu', ''],
    ]);
    expect(document.querySelector('dd')?.textContent).toBe('Talousarvion rajoissa.');
  });
});

describe('a decision', () => {
  const requirement = (votes: number, needed: number) => ({ votes, needed, base: 30, met: votes >= needed });
  const poll = aPoll({
    kind: 'CHOICE',
    options: [...options('Kyllä', 'Ei'), { text: 'Tyhjää', abstain: true }],
    rules: {
      ...aPoll().rules,
      majority: { rule: 'TWO_THIRDS', base: 'PRESENT' },
      quorum: { rule: 'ABSOLUTE', base: 'ENTITLED' },
    },
  });
  const decision = { quorum: requirement(16, 16), items: [requirement(27, 20), requirement(2, 20), null] };

  it('says what was needed, of what, and what became of it', () => {
    component = mount(Decision, { target, props: { poll, decision, big: false } });
    expect(texts('li')).toEqual([
      'Äänestäneitä 16, tarvittiin 16 (yli puolet kaikista 30 äänioikeutetusta): osanotto riitti',
      'Kyllä 27, tarvittiin 20 (2/3 läsnä olevista 30 äänioikeutetusta): hyväksytty',
      'Ei 2, tarvittiin 20 (2/3 läsnä olevista 30 äänioikeutetusta): ei saanut vaadittua enemmistöä',
    ]);
  });

  it('calls nothing accepted without a quorum', () => {
    component = mount(Decision, {
      target,
      props: { poll, decision: { ...decision, quorum: requirement(15, 16) }, big: false },
    });
    expect(texts('li b')).toEqual([
      'osanotto ei riittänyt',
      'ei päätöstä, koska osanotto ei riittänyt',
      'ei päätöstä, koska osanotto ei riittänyt',
    ]);
  });

  it('names of many goals those that were not accepted, and has the workings of all', () => {
    const items = [30, 30, 19, 30].map((votes) => requirement(votes, 20));
    const goals = ['A', 'B', 'C', 'D'].map((text) => statement(text));
    component = mount(Decision, {
      target,
      props: {
        poll: { ...poll, kind: 'COMMITMENT', statements: goals, options: [] },
        decision: { quorum: null, items },
        big: false,
      },
    });
    expect(texts('section > ul > li')).toEqual([
      'Hyväksytty 3/4 tavoitetta',
      'Tavoite 3: 19, tarvittiin 20 (2/3 läsnä olevista 30 äänioikeutetusta): ei hyväksytty',
    ]);
    expect(texts('details li')).toHaveLength(4);
  });
});

it('two counts stand side by side', () => {
  component = mount(TwoCounts, {
    target,
    props: {
      poll: aPoll({ kind: 'CHOICE', options: options('Kyllä', 'Ei') }),
      tally: { kind: 'CHOICE', ballots: 12, counts: [9, 3] },
      count: { municipalities: 6, counts: [3, 2], divided: 1, means: [] },
      big: false,
    },
  });
  expect(rows()).toEqual([
    ['Kyllä', '9 75 %', '3 50 %'],
    ['Ei', '3 25 %', '2 33 %'],
  ]);
  expect(document.body.textContent).toContain('1 kunta jakautui tasan.');
});

it('a shift tells both rounds and the difference', () => {
  const poll = aPoll({ kind: 'CHOICE', options: options('Kyllä', 'Ei') });
  component = mount(Shift, {
    target,
    props: {
      poll: { ...poll, round: 2 },
      result: aResult({ kind: 'CHOICE', ballots: 10, counts: [7, 3] }),
      before: { poll, result: aResult({ kind: 'CHOICE', ballots: 8, counts: [4, 4] }) },
      big: false,
    },
  });
  expect(rows()).toEqual([
    ['Kyllä', '50 %', '70 %', '+20 %-yks.'],
    ['Ei', '50 %', '30 %', '−20 %-yks.'],
  ]);
});
