import { describe, expect, it } from 'vitest';
import type { Commitment, CommitmentTally } from '../../../../net/contract';
import { goalSets, overall, reservations, voters } from './commitment';
import { aPoll, aResult, municipality, statement } from '../../fixtures';

const poll = aPoll({
  kind: 'COMMITMENT',
  statements: [
    statement('Liikunta', { goalSet: 'Lapset' }),
    statement('Kaatumiset', { goalSet: 'Ikäihmiset' }),
    statement('Kerhot', { goalSet: 'Lapset' }),
  ],
});
const commits: Commitment = { answer: 'COMMITS' };
const reserved: Commitment = { answer: 'RESERVATION', reservation: 'Talousarvion rajoissa.' };
const declines: Commitment = { answer: 'DECLINES', reservation: null };
const tally: CommitmentTally = {
  kind: 'COMMITMENT',
  ballots: 3,
  of: 4,
  statements: [],
  organisations: [
    { organisation: 'Ii', answers: [commits, commits, commits] },
    { organisation: 'Oulu', answers: [commits, reserved, commits] },
    { organisation: 'Vaala', answers: [declines, reserved, commits] },
  ],
};
const answered = ['Ii', 'Oulu', 'Vaala'].map((organisation) => ({
  organisation,
  at: '2026-04-02T11:00:00Z',
}));
const shown = aResult(tally, { answered });
const hidden = aResult(null, { answered });

describe('a municipality’s mark for all goals together', () => {
  it('tells only that it has answered while the answers are not shown', () => {
    expect(overall(hidden, 'Ii')).toBe('ANSWERED');
    expect(overall(hidden, 'Utajärvi')).toBe('MISSING');
  });

  it('then tells the answer that weighs most', () => {
    const marks = ['Ii', 'Oulu', 'Vaala', 'Utajärvi'].map((name) => overall(shown, name));
    expect(marks).toEqual(['COMMITS', 'RESERVATION', 'DECLINES', 'MISSING']);
  });
});

describe('those whose answer is waited for', () => {
  const parish = { id: 'Seurakunta', name: 'Seurakunta', kind: 'PARISH' as const, subRegion: null };
  const all = [municipality('Oulu'), municipality('Ii'), municipality('Utajärvi'), parish];

  it('are the municipalities', () => {
    expect(voters(poll, shown, all).map((one) => one.name)).toEqual(['Ii', 'Oulu', 'Utajärvi']);
  });

  it('are in a poll of groups those that are known to belong: the ones that answered', () => {
    const ofGroups = { ...poll, rules: { ...poll.rules, groups: ['g'] } };
    const result = aResult(null, { answered: [{ organisation: 'Seurakunta', at: null }] });
    expect(voters(ofGroups, result, all)).toEqual([parish]);
  });
});

it('reservations come with their organisation and goal, in the given order', () => {
  const [vaala, oulu] = [municipality('Vaala'), municipality('Oulu')];
  expect(reservations(shown, [vaala, oulu])).toEqual([
    { organisation: vaala, statement: 1, text: 'Talousarvion rajoissa.' },
    { organisation: oulu, statement: 1, text: 'Talousarvion rajoissa.' },
  ]);
  expect(reservations(hidden, [oulu])).toEqual([]);
});

it('goals are grouped by set in the order asked', () => {
  expect(goalSets(poll)).toEqual([
    { name: 'Lapset', goals: [0, 2] },
    { name: 'Ikäihmiset', goals: [1] },
  ]);
});
