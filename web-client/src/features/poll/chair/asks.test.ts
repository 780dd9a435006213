import { beforeAll, expect, it } from 'vitest';
import type { Poll, Result } from '../polls';
import { pollTexts } from '../desk/texts';
import polls from '../desk/texts/fi';
import { askOf } from './asks';

const poll = { title: 'Kysely', round: 1 } as Poll;
const result = { voted: 12 } as Result;

beforeAll(() => {
  pollTexts.put('fi', polls);
});

it.each(['cancel', 'reset'] as const)('%s says how many answers are destroyed', (asked) => {
  expect(askOf(asked, poll, result).text[0]).toBe('12 annettua vastausta tuhotaan. Niitä ei voi palauttaa.');
  expect(askOf(asked, poll, undefined).text[0]).toBe('Kukaan ei ole vielä vastannut.');
});

it.each(['discard', 'revote'] as const)('%s says that the result can still be read', (asked) => {
  expect(askOf(asked, poll, result).text.join(' ')).toContain('jää luettavaksi');
});

it('only a new round is harmless', () => {
  const asked = ['remove', 'cancel', 'reset', 'discard', 'revote', 'nextRound'] as const;
  expect(asked.filter((one) => askOf(one, poll, result).harmless)).toEqual(['nextRound']);
  expect(askOf('nextRound', poll, result).title).toBe('Avataanko kierros 2?');
});
