import { beforeAll, expect, it } from 'vitest';
import { editor } from './texts';
import { newDraft } from './draft';
import { summaryOf } from './summary';

const groups = [{ id: 'jyry', name: 'Jyry', organisations: [] }];
const draft = () => newDraft('CHOICE', null, { low: '', high: '' });

beforeAll(() => editor.load('fi'));

it('tells the usual rules in one line', () => {
  expect(summaryOf(draft(), groups)).toBe(
    'nimetön · osiossa läsnä olevat · tulos suljettaessa · suljetaan käsin',
  );
});

it('tells what was chosen otherwise', () => {
  const other = { ...draft(), limited: true };
  Object.assign(other.rules, {
    secrecy: 'NAMED',
    groups: ['jyry'],
    showScreen: 'BY_CHAIR',
    seconds: 120,
    majority: { rule: 'ABSOLUTE', base: 'CAST' },
    byMunicipality: true,
  });
  expect(summaryOf(other, groups)).toBe(
    'nimellä · läsnä olevat: Jyry · tulos osallistujille suljettaessa, näytölle, kun näytät sen · ' +
      'sulkeutuu 2 min kuluttua · enemmistösääntö · myös kunnittain',
  );
});

it('tells of a commitment what it always is', () => {
  expect(summaryOf({ ...draft(), kind: 'COMMITMENT' }, groups)).toMatch(
    /^nimellä · yksi vastaus kuntaa kohti/,
  );
});
