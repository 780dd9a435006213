import { beforeAll, describe, expect, it } from 'vitest';
import type { Poll, PollRules } from '../polls';
import { common } from '../../../words/common';
import { kindTexts } from '../kinds/texts';
import kinds from '../kinds/texts/fi';
import { pollTexts } from './texts';
import polls from './texts/fi';
import { answerColumns, answersInWords } from './answers';
import { asksInWords } from '../kinds/staff';
import { rulesInWords } from './words';

const rules: PollRules = {
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
  publishBallots: false,
  moderated: false,
};
const poll = (kind: Poll['kind'], more: Partial<Poll> = {}): Poll =>
  ({ kind, rules, most: 1, scale: null, statements: [], options: [], ...more }) as Poll;
const told = (more: Partial<PollRules>): string[] =>
  rulesInWords(poll('CHOICE', { rules: { ...rules, ...more } }), [
    { id: 'jyry', name: 'Jyry', organisations: [] },
    { id: 'hyry', name: 'Hyry', organisations: [] },
  ]);

beforeAll(async () => {
  kindTexts.put('fi', kinds);
  pollTexts.put('fi', polls);
  await common.load('fi');
});

describe('rules', () => {
  it('are told in a few sentences when nothing special was chosen', () => {
    expect(told({})).toEqual([
      'Jokainen osiossa läsnä oleva vastaa kerran.',
      'Vastaukset ovat nimettömiä.',
      'Tulos näkyy osallistujille ja näytöllä, kun kysely on suljettu.',
    ]);
  });

  it('tell each audience apart when they differ', () => {
    expect(told({ showScreen: 'LIVE' })).toContain('Tulos näkyy näytöllä heti vastattaessa.');
  });

  it('name the groups', () => {
    expect(told({ groups: ['hyry', 'jyry'] })[0]).toBe('Vastaajina ovat läsnä olevat ryhmistä: Hyry, Jyry.');
  });

  it('say what is needed', () => {
    expect(
      told({
        seconds: 90,
        majority: { rule: 'TWO_THIRDS', base: 'CAST' },
        quorum: { rule: 'ABSOLUTE', base: 'ENTITLED' },
      }).slice(3),
    ).toEqual([
      'Sulkeutuu itsestään, kun avaamisesta on kulunut 1 min 30 s.',
      'Hyväksymiseen tarvitaan vähintään 2/3 annetuista äänistä, tyhjiä ei lasketa.',
      'Kysely on päätösvaltainen, kun äänestäneitä on yli puolet kaikista äänioikeutetuista.',
    ]);
  });

  it('say how one answers', () => {
    expect(asksInWords(poll('CHOICE', { most: 3 }))).toBe('Valitaan enintään 3 vaihtoehtoa.');
    expect(asksInWords(poll('SCALE', { scale: { steps: 5, low: 'eri', high: 'samaa' } }))).toBe(
      'Asteikko 1–5: 1 eri, 5 samaa.',
    );
  });
});

describe('a named ballot in words', () => {
  const options = ['A', 'B', 'C'].map((text) => ({ text, abstain: false }));
  const statements = ['S1', 'S2'].map((text) => ({ text })) as Poll['statements'];

  it('has a column for each statement or each option that gets points', () => {
    expect(answerColumns(poll('SCALE', { statements }))).toEqual(['S1', 'S2']);
    expect(answerColumns(poll('POINTS', { options }))).toEqual(['A', 'B', 'C']);
    expect(answerColumns(poll('CHOICE', { options }))).toEqual(['Vastaus']);
  });

  it.each([
    ['SCALE', { scale: [4, null] }, ['4', 'En osaa sanoa']],
    ['CHOICE', { choice: [2, 0] }, ['C, A']],
    ['THUMBS', { thumb: 'SIDEWAYS' }, ['Sivulle']],
    ['RANKING', { ranking: [1, 0] }, ['1. B 2. A']],
    ['POINTS', { points: [50, 50, 0] }, ['50', '50', '0']],
    ['TEXT', { texts: ['yksi', 'kaksi'] }, ['yksi · kaksi']],
    ['WORDS', { words: ['ilo'] }, ['ilo']],
    [
      'COMMITMENT',
      { commitment: [{ answer: 'COMMITS' }, { answer: 'RESERVATION', reservation: 'Rahoitus' }] },
      ['Sitoutuu', 'Sitoutuu varauksin. Varaus: Rahoitus'],
    ],
  ] as const)('%s', (kind, ballot, words) => {
    const asked = poll(kind, { options, statements });
    expect(answersInWords(asked, { revision: 1, ...structuredClone(ballot) } as never)).toEqual(words);
  });
});
