import { describe, expect, it } from 'vitest';
import { pollOf } from '../ballot/testing';
import { toggled } from './choice/answers';
import { kindOf, type Forms } from './answers';
import { left, stepped, typed } from './points/answers';
import { moved } from './ranking/answers';
import { lengthOf } from './text/answers';
import type { PollKind } from '../polls';

const several = { most: 3 };

/** Forms that may be sent, and the ballot that each writes. */
const whole: { [K in PollKind]: [Forms[K], object] } = {
  SCALE: [[1, 'cantSay', 5], { scale: [1, null, 5] }],
  CHOICE: [[0, 2], { choice: [0, 2] }],
  THUMBS: ['SIDEWAYS', { thumb: 'SIDEWAYS' }],
  RANKING: [[2, 0], { ranking: [2, 0] }],
  POINTS: [[50, 0, 15, 35], { points: [50, 0, 15, 35] }],
  TEXT: [['Lisää liikuntaa', 'Vähemmän ruutua', ''], { texts: ['Lisää liikuntaa', 'Vähemmän ruutua'] }],
  WORDS: [['ilo', '', ''], { words: ['ilo'] }],
  COMMITMENT: [
    [
      { answer: 'COMMITS', reservation: '' },
      { answer: 'RESERVATION', reservation: 'Rahoitus puuttuu' },
      { answer: 'DECLINES', reservation: '' },
    ],
    {
      commitment: [
        { answer: 'COMMITS', reservation: null },
        { answer: 'RESERVATION', reservation: 'Rahoitus puuttuu' },
        { answer: 'DECLINES', reservation: null },
      ],
    },
  ],
};
const KINDS = Object.keys(whole) as PollKind[];

it.each(KINDS)('%s: an empty form lacks something, a whole one nothing', (name) => {
  const poll = pollOf(name, several);
  const kind = kindOf(poll);
  expect(kind.faults(kind.empty(poll), poll)).not.toEqual([]);
  expect(kind.faults(whole[name][0], poll)).toEqual([]);
});

it.each(KINDS)('%s: what is written is read again as it was', (name) => {
  const poll = pollOf(name, several);
  const kind = kindOf(poll);
  const [form, ballot] = whole[name];
  expect(kind.write(form)).toEqual(ballot);
  expect(kind.read(kind.write(form), poll)).toEqual(form);
  expect(kind.read({}, poll)).toBeUndefined();
});

/** What is wrong with a form, as "what@where". */
function faults<K extends PollKind>(name: K, form: Forms[K], most = 3): string[] {
  const poll = pollOf(name, { most });
  return kindOf(poll)
    .faults(form, poll)
    .map(({ what, place }) => `${what}@${place}`);
}

describe('choice', () => {
  const poll = pollOf('CHOICE', {
    most: 2,
    options: ['A', 'B', 'C', 'tyhjä'].map((text) => ({ text, abstain: text === 'tyhjä' })),
  });

  it('takes at most as many as the poll allows', () => {
    expect(faults('CHOICE', [0, 1, 3])).toEqual([]);
    expect(faults('CHOICE', [0, 1, 3], 2)).toEqual(['tooMany@0']);
  });

  it('keeps the options’ order', () => {
    expect(toggled([2], 0, poll)).toEqual([0, 2]);
    expect(toggled([0, 2], 0, poll)).toEqual([2]);
  });

  it('takes nothing beside an abstention', () => {
    expect(toggled([0, 1], 3, poll)).toEqual([3]);
    expect(toggled([3], 1, poll)).toEqual([1]);
  });
});

describe('ranking', () => {
  it('moves an option one step, and not over the ends', () => {
    expect(moved([3, 1, 2], 1, -1)).toEqual([1, 3, 2]);
    expect(moved([3, 1, 2], 1, 1)).toEqual([3, 2, 1]);
    expect(moved([3, 1, 2], 3, -1)).toEqual([3, 1, 2]);
    expect(moved([3, 1, 2], 2, 1)).toEqual([3, 1, 2]);
    expect(moved([3, 1, 2], 0, 1)).toEqual([3, 1, 2]);
  });
});

describe('points', () => {
  it('must add up', () => {
    expect(faults('POINTS', [50, 0, 15, 34])).toEqual(['tooFewPoints@0']);
    expect(faults('POINTS', [50, 0, 15, 36])).toEqual(['tooManyPoints@0']);
    expect([left([50, 0, 15, 34]), left([60, 50])]).toEqual([1, -10]);
  });

  it('gives five at a press, and no more than there is', () => {
    expect(stepped([50, 20], 1, 1)).toEqual([50, 25]);
    expect(stepped([50, 48], 1, 1)).toEqual([50, 50]);
    expect(stepped([60, 50], 1, 1)).toEqual([60, 50]);
    expect(stepped([3, 0], 0, -1)).toEqual([0, 0]);
  });

  it('makes a whole number from 0 to 100 of what is typed', () => {
    expect(['', '7', '007', '12.4', '-3', '250', '1e9', 'x'].map(typed)).toEqual([
      0, 7, 7, 12, 0, 100, 100, 0,
    ]);
  });
});

describe('texts and words', () => {
  it('are counted in whole characters', () => {
    expect(lengthOf(' a\u0308iti 👍🏽 ')).toBe(7);
    expect(faults('TEXT', ['👍'.repeat(280)])).toEqual([]);
    expect(faults('TEXT', ['ok', 'x'.repeat(281)])).toEqual(['tooLong@1']);
    expect(faults('WORDS', ['x'.repeat(25), 'x'.repeat(26)])).toEqual(['tooLong@1']);
  });

  it('are not given twice; words whatever their case', () => {
    expect(faults('TEXT', ['Sama', ' Sama ', 'sama'])).toEqual(['twice@1']);
    expect(faults('WORDS', ['Äiti', 'isä', ' äITI'])).toEqual(['twice@2']);
    expect(faults('WORDS', ['A\u0308iti', 'äiti', ''])).toEqual(['twice@1']);
  });

  it('are nothing without a letter to see', () => {
    expect(faults('TEXT', [' ', '\u200e', '\n'])).toEqual(['missing@0']);
  });

  it('are sent on one line', () => {
    const poll = pollOf('TEXT', several);
    expect(kindOf(poll).write(['  Lisää \n aikaa ', '', '\t'])).toEqual({ texts: ['Lisää aikaa'] });
  });
});

describe('commitment', () => {
  const of = (answer: Forms['COMMITMENT'][number]['answer'], reservation: string) =>
    faults('COMMITMENT', [{ answer, reservation }]);

  it('wants a text with a reservation, and not too long a one', () => {
    expect(of(null, '')).toEqual(['missing@0']);
    expect(of('RESERVATION', '  ')).toEqual(['reservationMissing@0']);
    expect(of('RESERVATION', 'x'.repeat(1001))).toEqual(['reservationTooLong@0']);
    expect(of('RESERVATION', 'x'.repeat(1000))).toEqual([]);
    expect(of('COMMITS', 'left over')).toEqual([]);
  });

  it('sends no text with the other answers, and keeps the lines of one', () => {
    const poll = pollOf('COMMITMENT');
    const rows: Forms['COMMITMENT'] = [
      { answer: 'COMMITS', reservation: 'left over' },
      { answer: 'RESERVATION', reservation: ' Kaksi \r\n  riviä \n' },
    ];
    expect(kindOf(poll).write(rows)).toEqual({
      commitment: [
        { answer: 'COMMITS', reservation: null },
        { answer: 'RESERVATION', reservation: 'Kaksi\nriviä' },
      ],
    });
  });
});
