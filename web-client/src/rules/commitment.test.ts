import { describe, expect, it } from 'vitest';
import type { Organisation, Poll, Result } from '../api/contract';
import { marks, reservations } from './commitment';

const organisation = (id: string): Organisation => ({ id, name: id, kind: 'MUNICIPALITY', subRegion: null });
const poll: Poll = {
  id: 'p',
  item: null,
  kind: 'COMMITMENT',
  title: 'Sitoutuminen',
  secrecy: 'NAMED',
  voters: 'MUNICIPALITIES',
  state: 'OPEN',
  showResults: 'BY_CHAIR',
  resultsShown: false,
  openedAt: null,
  closedAt: null,
  scale: null,
  statements: [
    { text: 'Lapset', goals: [] },
    { text: 'Ikäihmiset', goals: [] },
  ],
};
const result: Result = {
  poll: 'p',
  voted: 2,
  entitled: 3,
  answered: [{ organisation: 'Ii', at: '2026-04-02T11:00:00Z' }],
  withheld: false,
  scale: null,
  commitment: null,
};
const shown: Result = {
  ...result,
  commitment: {
    of: 3,
    statements: [
      { commits: 1, reservations: 1, declines: 0 },
      { commits: 1, reservations: 0, declines: 1 },
    ],
    organisations: [
      { organisation: 'Ii', answers: [{ answer: 'COMMITS' }, { answer: 'DECLINES', reservation: null }] },
      {
        organisation: 'Oulu',
        answers: [{ answer: 'RESERVATION', reservation: 'Talousarvion rajoissa.' }, { answer: 'COMMITS' }],
      },
    ],
  },
};

describe('a municipality’s marks', () => {
  it('tell only that it has answered while the answers are not shown', () => {
    expect(marks(poll, result, 'Ii')).toEqual(['ANSWERED', 'ANSWERED']);
    expect(marks(poll, result, 'Oulu')).toEqual(['MISSING', 'MISSING']);
  });

  it('are its answers once they are shown', () => {
    expect(marks(poll, shown, 'Ii')).toEqual(['COMMITS', 'DECLINES']);
    expect(marks(poll, shown, 'Vaala')).toEqual(['MISSING', 'MISSING']);
  });
});

describe('reservations', () => {
  it('come with their organisation and goal set, in the given order', () => {
    const oulu = organisation('Oulu');
    expect(reservations(shown, [organisation('Ii'), oulu])).toEqual([
      { organisation: oulu, statement: 0, text: 'Talousarvion rajoissa.' },
    ]);
    expect(reservations(result, [oulu])).toEqual([]);
  });
});
