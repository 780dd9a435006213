import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Clock } from './clock.svelte';

const now = Date.parse('2026-04-02T10:00:00Z');
const ahead = (ms: number): string => new Date(now + ms).toISOString();

beforeEach(() => {
  vi.useFakeTimers({ now });
});
afterEach(() => {
  vi.useRealTimers();
});

it('sets itself by the middle of the round trip', () => {
  const clock = new Clock();
  clock.measure(now - 200, now, ahead(60_000 - 100));
  expect(clock.at() - now).toBe(60_000);
});

it('believes the shortest round trip', () => {
  const clock = new Clock();
  clock.measure(now - 40, now, ahead(5_000 - 20));
  clock.measure(now - 3_000, now, ahead(5_000));
  expect(clock.at() - now).toBe(5_000);
});

it('listens again when the best measurement has grown old', () => {
  const clock = new Clock();
  clock.measure(now - 40, now, ahead(5_000 - 20));
  vi.advanceTimersByTime(10 * 60_000);
  const later = Date.now();
  clock.measure(later - 400, later, new Date(later + 9_000 - 200).toISOString());
  expect(clock.at() - Date.now()).toBe(9_000);
});
