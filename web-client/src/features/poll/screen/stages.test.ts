import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingInfo } from '../../../net/contract';
import { charts } from '../charts/texts';
import { common } from '../../../words/common';
import { joiningTexts } from '../../meeting/screen/texts';
import joining from '../../meeting/screen/texts/fi';
import { kindTexts } from '../kinds/texts';
import kinds from '../kinds/texts/fi';
import { pollTexts } from './texts';
import polls from './texts/fi';
import { aPoll, aResult, municipality, options, statement, withoutSizes } from '../fixtures';
import PollStage from './PollStage.svelte';
import ResultStage from './ResultStage.svelte';

const target = document.body;
let component: Record<string, unknown> | undefined;

beforeEach(async () => {
  withoutSizes();
  joiningTexts.put('fi', joining);
  kindTexts.put('fi', kinds);
  pollTexts.put('fi', polls);
  await Promise.all([charts.load('fi'), common.load('fi')]);
});

afterEach(async () => {
  if (component) await unmount(component);
  component = undefined;
  vi.useRealTimers();
});

const said = (): string => (document.body.textContent ?? '').replace(/\s+/g, ' ');

const organisations = [municipality('Ii'), municipality('Vaala')];
const info = { code: 'POH26A', joinUrl: 'https://sovittu.example/j/POH26A' } as MeetingInfo;
const open = { state: 'OPEN', closedAt: null } as const;

describe('an open poll on the projector', () => {
  it('has the question, the options, the turnout and the way in', () => {
    const poll = aPoll({
      ...open,
      kind: 'CHOICE',
      most: 2,
      title: 'Mitkä kaksi?',
      options: options('A', 'B', 'C'),
    });
    component = mount(PollStage, {
      target,
      props: { poll, result: aResult(null, { voted: 3, entitled: 12 }), organisations, info },
    });
    expect(document.querySelector('h1')?.textContent).toContain('Mitkä kaksi?');
    expect([...document.querySelectorAll('.options li')].map((option) => option.textContent)).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(said()).toContain('Valitse enintään 2 vaihtoehtoa');
    expect(said()).toContain('3 / 12 äänestänyt');
    expect(said()).toContain('POH26A');
    expect(said()).toContain('Vastaukset ovat nimettömiä');
    expect(document.querySelector('[role=timer]')).toBeNull();
  });

  it('counts down to the moment when it closes', () => {
    vi.useFakeTimers({ now: Date.parse('2026-04-02T10:00:00Z') });
    const poll = aPoll({ ...open, kind: 'THUMBS', closesAt: '2026-04-02T10:01:30.400Z' });
    component = mount(PollStage, { target, props: { poll, result: undefined, organisations, info } });
    expect(document.querySelector('[role=timer] b')?.textContent).toBe('1:31');
  });

  it('shows the live tally when screens may see it', async () => {
    const poll = aPoll({ ...open, kind: 'CHOICE', options: options('A', 'B') });
    const result = aResult({ kind: 'CHOICE', ballots: 5, counts: [4, 1] }, { voted: 9 });
    component = mount(PollStage, { target, props: { poll, result, organisations, info } });
    await vi.waitUntil(() => document.querySelector('table'));
    expect(said()).toContain('Mukana 5 vastausta');
    expect(document.querySelector('.options')).toBeNull();
  });

  it('says why there is none while so few have voted', () => {
    const poll = aPoll({ ...open, scale: { steps: 5, low: 'a', high: 'b' }, statements: [statement('A')] });
    component = mount(PollStage, {
      target,
      props: { poll, result: aResult(null, { withheld: true }), organisations, info },
    });
    expect(said()).toContain('Tulos näkyy, kun vastauksia on riittävästi.');
  });

  it('shows of a commitment vote the goals by set, and who has not answered yet', () => {
    const rules = { ...aPoll().rules, secrecy: 'NAMED', voters: 'ORGANISATIONS' } as const;
    const statements = [
      statement('Liikunta', { goalSet: 'Lapset', version: 1, newest: 2 }),
      statement('Kaatumiset', { goalSet: 'Ikäihmiset' }),
    ];
    const result = aResult(null, { voted: 1, entitled: 2, answered: [{ organisation: 'Ii', at: null }] });
    component = mount(PollStage, {
      target,
      props: {
        poll: aPoll({ ...open, kind: 'COMMITMENT', rules, statements }),
        result,
        organisations,
        info,
      },
    });
    expect([...document.querySelectorAll('.question h2')].map((set) => set.textContent)).toEqual([
      'Lapset',
      'Ikäihmiset',
    ]);
    expect(said()).toContain('kysyttiin versiosta 1, uusin on 2');
    expect(said()).toContain('1 / 2 kuntaa vastannut');
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.lastElementChild?.textContent);
    expect(rows).toEqual(['Vastannut', 'Ei vastausta']);
  });
});

it('a result on the projector has the shift from the round before', async () => {
  const poll = aPoll({ kind: 'CHOICE', options: options('A', 'B') });
  const tally = { kind: 'CHOICE', ballots: 4, counts: [3, 1] } as const;
  const counted = (counts: number[]) => aResult({ ...tally, counts }, { entitled: 6 });
  component = mount(ResultStage, {
    target,
    props: {
      poll: { ...poll, round: 2 },
      result: counted([3, 1]),
      before: { poll, result: counted([2, 2]) },
      organisations,
    },
  });
  await vi.waitUntil(() => document.querySelectorAll('table').length === 2);
  expect(said()).toContain('2. kierros');
  expect(said()).toContain('4 / 6 äänestänyt');
  expect(said()).toContain('+25 %-yks.');
  expect(document.querySelector('button, summary')).toBeNull();
});
