import { afterEach, expect, it } from 'vitest';
import { atSecond, atTime, byName, date, decimal, duration, plural, showTimesOf, time } from './format';
import { locale } from './locale.svelte';

const afternoon = '2026-04-02T10:30:00Z';
const morning = '2026-04-02T05:05:09Z';

afterEach(async () => {
  showTimesOf('Europe/Helsinki');
  await locale.use('fi');
});

it('writes as Finns do', () => {
  expect(time(afternoon)).toBe('13.30');
  expect(atTime(morning)).toBe('klo 8.05');
  expect(atSecond(morning)).toBe('klo 8.05.09');
  expect(date(afternoon)).toBe('2.4.2026');
  expect(decimal(3.4)).toBe('3,4');
});

it('writes as Swedish-speaking Finns do', async () => {
  await locale.use('sv');
  expect([atTime(afternoon), date(afternoon), decimal(3.45, 2)]).toEqual(['kl. 13.30', '2.4.2026', '3,45']);
});

it('writes as English readers expect', async () => {
  await locale.use('en');
  expect([atTime(morning), date(afternoon), decimal(3.4)]).toEqual(['at 08:05', '2 April 2026', '3.4']);
});

it('shows the time where the meeting is', () => {
  showTimesOf('Europe/Stockholm');
  expect(time(afternoon)).toBe('12.30');
});

it('counts time in minutes, and hours when there are any', () => {
  expect([0, 59.9, 245, 3723, -5].map(duration)).toEqual(['0:00', '0:59', '4:05', '1:02:03', '0:00']);
});

it('chooses between one and many', () => {
  expect([plural(1, 'ääni', 'ääntä'), plural(0, 'ääni', 'ääntä')]).toEqual(['1 ääni', '0 ääntä']);
});

it('sorts by the Finnish alphabet', () => {
  const names = ['Ähtäri', 'Åbo', 'Zürich', 'Oulu', 'Öja', 'Ii'].map((name) => ({ name }));
  expect(names.sort(byName).map(({ name }) => name)).toEqual([
    'Ii',
    'Oulu',
    'Zürich',
    'Åbo',
    'Ähtäri',
    'Öja',
  ]);
});
