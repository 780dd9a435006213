import { describe, expect, it } from 'vitest';
import type { Poll } from '../polls';
import { arrange } from './arrange';

const poll = (id: string, state: Poll['state'], more: Partial<Poll> = {}): Poll =>
  ({ id, state, item: null, round: 1, previous: null, openedAt: null, ...more }) as Poll;
const at = (minute: number): string => `2026-04-02T10:${String(minute).padStart(2, '0')}:00Z`;
const heads = (polls: readonly Poll[], item?: string): string[] =>
  arrange(polls, item).series.map(({ head }) => head.id);

describe('the polls of a desk', () => {
  it('begin with the open ones, then drafts, then the closed ones', () => {
    const polls = [
      poll('closed', 'CLOSED', { openedAt: at(1) }),
      poll('draft', 'DRAFT'),
      poll('open', 'OPEN', { openedAt: at(2) }),
    ];
    expect(heads(polls)).toEqual(['open', 'draft', 'closed']);
  });

  it('put the current item first among their like, then the latest', () => {
    const polls = [
      poll('d1', 'DRAFT'),
      poll('d2', 'DRAFT', { item: 'now' }),
      poll('c1', 'CLOSED', { openedAt: at(1) }),
      poll('c2', 'CLOSED', { openedAt: at(2) }),
    ];
    expect(heads(polls, 'now')).toEqual(['d2', 'd1', 'c2', 'c1']);
    expect(heads(polls)).toEqual(['d1', 'd2', 'c2', 'c1']);
  });

  it('keep cancelled and discarded ones apart, the latest first', () => {
    const polls = [
      poll('x', 'CANCELLED', { openedAt: at(1) }),
      poll('y', 'DISCARDED', { openedAt: at(5) }),
      poll('z', 'CLOSED', { openedAt: at(3) }),
    ];
    expect(arrange(polls, undefined).away.map(({ id }) => id)).toEqual(['y', 'x']);
    expect(heads(polls)).toEqual(['z']);
  });
});

describe('rounds', () => {
  const rounds = [
    poll('r1', 'CLOSED', { openedAt: at(1) }),
    poll('r2', 'CLOSED', { openedAt: at(5), round: 2, previous: 'r1' }),
    poll('r3', 'OPEN', { openedAt: at(9), round: 3, previous: 'r2' }),
  ];

  it('stand together under the newest', () => {
    const [series] = arrange(rounds, undefined).series;
    expect(series?.head.id).toBe('r3');
    expect(series?.earlier.map(({ id }) => id)).toEqual(['r2', 'r1']);
  });

  it('stay one series when a round is added, opened or closed', () => {
    const ids = (polls: readonly Poll[]): string[] => arrange(polls, undefined).series.map(({ id }) => id);
    expect(ids(rounds)).toEqual(['r1']);
    expect(ids(rounds.slice(0, 2))).toEqual(['r1']);
    expect(ids(rounds.slice(0, 1))).toEqual(['r1']);
  });

  it('leave out one that was cancelled or discarded, wherever it stood', () => {
    const [r1, r2, r3] = rounds as [Poll, Poll, Poll];
    const cancelled = arrange([r1, { ...r2, state: 'CANCELLED' }], undefined);
    expect([cancelled.series[0]?.head.id, cancelled.away[0]?.id]).toEqual(['r1', 'r2']);
    const discarded = arrange([{ ...r1, state: 'DISCARDED' }, r2, r3], undefined);
    expect(discarded.series.map(({ head, earlier }) => [head.id, earlier.length])).toEqual([['r3', 1]]);
  });
});
