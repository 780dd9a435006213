import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Organisation, Poll, Result, ScaleTally } from '../../api/contract';
import { charts } from '../../i18n/charts';
import CommitmentResult from './CommitmentResult.svelte';
import ScaleChart from './ScaleChart.svelte';

let component: Record<string, unknown> | undefined;

beforeEach(async () => {
  await charts.load('fi');
});

afterEach(async () => {
  if (component) await unmount(component);
  component = undefined;
});

const poll: Poll = {
  id: 'p',
  item: null,
  kind: 'SCALE',
  title: 'Kysely tavoitteista',
  secrecy: 'ANONYMOUS',
  voters: 'PERSONS',
  state: 'CLOSED',
  showResults: 'LIVE',
  resultsShown: true,
  openedAt: null,
  closedAt: null,
  scale: { steps: 3, low: 'Eri mieltä', high: 'Samaa mieltä' },
  statements: [
    { text: 'Ensimmäinen', goals: [] },
    { text: 'Toinen', goals: [] },
  ],
};
const tally: ScaleTally = {
  ballots: 6,
  statements: [
    { counts: [1, 0, 4], cantSay: 1, n: 5, mean: 2.6, median: 3 },
    { counts: [0, 0, 0], cantSay: 6, n: 0, mean: null, median: null },
  ],
};

const cells = (row: Element | undefined): string[] =>
  [...(row?.children ?? [])].map((cell) => cell.textContent);

describe('a scale poll’s chart', () => {
  it('tells its numbers in words and in a table', () => {
    component = mount(ScaleChart, { target: document.body, props: { poll, tally } });
    const plots = [...document.querySelectorAll('[role=img]')].map((plot) => plot.getAttribute('aria-label'));
    expect(plots[0]).toBe('Vastausten jakauma. Arvo 1: 1, Arvo 2: 0, Arvo 3: 4. En osaa sanoa: 1.');
    const rows = [...document.querySelectorAll('tbody tr')];
    expect(cells(rows[0])).toEqual(['Ensimmäinen', '1', '0', '4', '1', '5', '2,60', '3']);
    expect(cells(rows[1])).toEqual(['Toinen', '0', '0', '0', '6', '0', '–', '–']);
    expect(document.querySelector('details')).not.toBeNull();
  });

  it('has nothing to press on a projector, but still the table', () => {
    component = mount(ScaleChart, { target: document.body, props: { poll, tally, big: true } });
    expect(document.querySelector('details')).toBeNull();
    expect(document.querySelectorAll('tbody tr')).toHaveLength(2);
  });
});

describe('a commitment’s result', () => {
  const organisation = (name: string): Organisation => ({
    id: name,
    name,
    kind: 'MUNICIPALITY',
    subRegion: 'Oulunkaari',
  });
  const organisations = [organisation('Vaala'), organisation('Ii')];
  const vote: Poll = { ...poll, kind: 'COMMITMENT', scale: null };
  const open: Result = {
    poll: 'p',
    voted: 1,
    entitled: 2,
    answered: [{ organisation: 'Ii', at: '2026-04-02T11:00:00Z' }],
    withheld: false,
    scale: null,
    commitment: null,
  };
  const shown: Result = {
    ...open,
    commitment: {
      of: 2,
      statements: [
        { commits: 1, reservations: 0, declines: 0 },
        { commits: 0, reservations: 1, declines: 0 },
      ],
      organisations: [
        {
          organisation: 'Ii',
          answers: [{ answer: 'COMMITS' }, { answer: 'RESERVATION', reservation: 'Talousarvion rajoissa.' }],
        },
      ],
    },
  };

  it('tells only who has answered until the answers are shown', () => {
    component = mount(CommitmentResult, {
      target: document.body,
      props: { poll: vote, result: open, organisations },
    });
    const rows = [...document.querySelectorAll('tbody tr')];
    expect(cells(rows[0])).toEqual(['Ii', 'Oulunkaari', 'Vastannut', 'Vastannut']);
    expect(cells(rows[1])).toEqual(['Vaala', 'Oulunkaari', 'Ei vastausta', 'Ei vastausta']);
    expect(document.body.textContent).not.toContain('Sitoutuu');
  });

  it('then tells what each answered, with the reservations', () => {
    component = mount(CommitmentResult, {
      target: document.body,
      props: { poll: vote, result: shown, organisations },
    });
    const row = document.querySelector('tbody tr') ?? undefined;
    expect(cells(row)).toEqual(['Ii', 'Oulunkaari', 'Sitoutuu', 'Sitoutuu varauksin']);
    expect(document.querySelector('dd')?.textContent).toBe('Talousarvion rajoissa.');
  });
});
