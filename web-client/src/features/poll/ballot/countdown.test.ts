import { expect, it } from 'vitest';
import { Countdown, secondsUntil } from './countdown';

const START = Date.parse('2026-04-02T10:00:00Z');
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();

/** What is said while these seconds pass, as "what left". */
function said(countdown: Countdown, closesAt: string | null, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => countdown.look(closesAt, START + (from + i) * 1000))
    .filter((news) => news !== undefined)
    .map(({ what, left }) => `${what} ${left}`);
}

it('tells the time at first, at a minute, half a minute and ten seconds, and not every second', () => {
  expect(said(new Countdown(), at(90), 0, 100)).toEqual(['left 90', 'left 60', 'left 30', 'left 10']);
});

it('says one thing after a pause in which several marks passed', () => {
  const countdown = new Countdown();
  countdown.look(at(90), START);
  expect(countdown.look(at(90), START + 65_000)).toEqual({ what: 'left', left: 25 });
});

it('tells what the chair changed', () => {
  const countdown = new Countdown();
  expect(said(countdown, null, 0, 5)).toEqual([]);
  expect(said(countdown, at(60), 6, 20)).toEqual(['set 54']);
  expect(said(countdown, at(90), 21, 40)).toEqual(['longer 69', 'left 60']);
  expect(said(countdown, at(50), 41, 41)).toEqual(['shorter 9']);
  expect(said(countdown, null, 42, 50)).toEqual(['lifted Infinity']);
});

it('announces the marks again after an extension', () => {
  const countdown = new Countdown();
  said(countdown, at(40), 0, 35);
  expect(said(countdown, at(100), 36, 100)).toEqual(['longer 64', 'left 60', 'left 30', 'left 10']);
});

it('says nothing of a time that has passed', () => {
  expect(said(new Countdown(), at(0), 1, 5)).toEqual([]);
  expect(secondsUntil(at(0), START + 5000)).toBe(0);
  expect(secondsUntil(at(1), START + 1)).toBe(1);
});
