import { describe, expect, it } from 'vitest';
import { firstWaiting, queued, type Entry } from './queue';

const entry = (id: string, state: Entry['state'] = 'WAITING'): Entry => ({
  id,
  text: id,
  by: null,
  state,
  group: null,
  upvotes: 0,
});

describe('the texts that wait', () => {
  it('stand in the order in which they came, new ones last', () => {
    const first = queued([], [entry('a'), entry('b')], false);
    expect(queued(first, [entry('c'), entry('b'), entry('a')], false)).toEqual(['a', 'b', 'c']);
  });

  it('leave the queue when they were handled', () => {
    expect(queued(['a', 'b'], [entry('a', 'SHOWN'), entry('b')], false)).toEqual(['b']);
  });

  it('stay where they are while the reader is among them', () => {
    const entries = [entry('c'), entry('a', 'HIDDEN'), entry('b')];
    expect(queued(['a', 'b'], entries, true)).toEqual(['a', 'b', 'c']);
    expect(queued(['a', 'b'], [entry('b')], true)).toEqual(['b']);
  });
});

it('a long queue is shown from its beginning, however many of it were handled', () => {
  const entries = Array.from({ length: 80 }, (_, i) => entry(`e${i}`, i < 10 ? 'SHOWN' : 'WAITING'));
  expect(firstWaiting(entries)).toHaveLength(60);
  expect(firstWaiting(entries.slice(0, 30))).toHaveLength(30);
});
