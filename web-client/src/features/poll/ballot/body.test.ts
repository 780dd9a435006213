import { expect, it } from 'vitest';
import type { Organisation } from '../../meeting';
import { pollOf } from './testing';
import { bodyOf, mayRepresent } from './body';
import { goalSets } from '../kinds/commitment/goal-sets';

const oulu: Organisation = { id: 'O', name: 'Oulu', kind: 'MUNICIPALITY', subRegion: 'Oulu' };
const parish: Organisation = { id: 'S', name: 'Seurakunnat', kind: 'PARISH', subRegion: null };
const persons = pollOf('CHOICE');
const municipalities = pollOf('CHOICE', { rules: { voters: 'ORGANISATIONS' } });
const groups = pollOf('CHOICE', { rules: { voters: 'ORGANISATIONS', groups: ['G'] } });

it('speaks of municipalities where they answer, and of organisations elsewhere', () => {
  expect([bodyOf(persons, oulu), bodyOf(municipalities, oulu), bodyOf(groups, oulu)]).toEqual([
    undefined,
    'municipality',
    'municipality',
  ]);
  expect([bodyOf(municipalities, parish), bodyOf(groups, parish), bodyOf(groups, null)]).toEqual([
    'municipality',
    'organisation',
    'organisation',
  ]);
});

it('lets only municipalities be represented unless groups are named', () => {
  expect([mayRepresent(municipalities, oulu), mayRepresent(municipalities, parish)]).toEqual([true, false]);
  expect([mayRepresent(groups, parish), mayRepresent(groups, null)]).toEqual([true, false]);
});

it('puts goals under their sets, in the order of the first goals', () => {
  const [statement] = pollOf('COMMITMENT').statements;
  const statements = ['Lapset', 'Työikäiset', 'Lapset'].flatMap((goalSet) =>
    statement ? [{ ...statement, goalSet }] : [],
  );
  expect(goalSets(pollOf('COMMITMENT', { statements }))).toEqual([
    { title: 'Lapset', places: [0, 2] },
    { title: 'Työikäiset', places: [1] },
  ]);
});
