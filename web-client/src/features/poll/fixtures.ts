/** Polls and results for tests: what a test does not speak of is as in a small anonymous poll that was closed. */
import { vi } from 'vitest';
import type { Option, Organisation, Poll, Result, Tally } from '../../net/contract';

export const aPoll = (over: Partial<Poll> = {}): Poll => ({
  id: 'p',
  item: null,
  kind: 'SCALE',
  title: 'Kysely tavoitteista',
  state: 'CLOSED',
  rules: {
    secrecy: 'ANONYMOUS',
    voters: 'PERSONS',
    groups: [],
    showParticipants: 'AFTER_CLOSE',
    showScreen: 'AFTER_CLOSE',
    seconds: null,
    majority: null,
    quorum: null,
    byMunicipality: false,
    breakdowns: [],
    publishBallots: true,
    moderated: false,
  },
  scale: null,
  most: 1,
  statements: [],
  options: [],
  openedAt: '2026-04-02T10:00:00Z',
  closesAt: null,
  closedAt: '2026-04-02T10:05:00Z',
  shown: { participants: true, screen: true },
  round: 1,
  previous: null,
  reason: null,
  ...over,
});

export const aResult = (tally: Tally | null, over: Partial<Result> = {}): Result => ({
  poll: 'p',
  voted: tally?.ballots ?? 0,
  entitled: 10,
  answered: [],
  withheld: false,
  tally,
  decision: null,
  byMunicipality: null,
  ...over,
});

type Statement = Poll['statements'][number];

export const statement = (text: string, over: Partial<Statement> = {}): Statement => ({
  text,
  goalSet: null,
  goal: null,
  version: null,
  newest: null,
  ...over,
});

/** Options by their texts. */
export const options = (...texts: string[]): Option[] => texts.map((text) => ({ text, abstain: false }));

/** A municipality; its name is its id. */
export const municipality = (name: string, subRegion: string | null = 'Oulunkaari'): Organisation => ({
  id: name,
  name,
  kind: 'MUNICIPALITY',
  subRegion,
});

/** jsdom lays nothing out: what follows an element's size hears nothing. */
export function withoutSizes(): void {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn();
      unobserve = vi.fn();
      disconnect = vi.fn();
    },
  );
}
