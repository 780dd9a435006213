import { describe, expect, it } from 'vitest';
import { expected, forecast, nextItem, secondsSpent, type ForecastItem } from './forecast';

const at = (clock: string) => Date.parse(`2026-04-02T${clock}:00Z`);
const iso = (clock: string) => new Date(at(clock)).toISOString();

function item(id: string, start: string, minutes: number, more: Partial<ForecastItem> = {}): ForecastItem {
  return {
    id,
    kind: 'PRESENTATION',
    plannedStart: iso(start),
    plannedMinutes: minutes,
    state: 'COMING',
    startedAt: null,
    endedAt: null,
    spentBefore: 0,
    ...more,
  };
}

const running = (from: string, spentBefore = 0) =>
  ({ state: 'RUNNING', startedAt: iso(from), spentBefore }) as const;
const done = (from: string, to: string) =>
  ({ state: 'DONE', startedAt: iso(from), endedAt: iso(to) }) as const;
const starts = (items: ForecastItem[], now: string) =>
  Object.fromEntries(
    forecast(items, at(now)).items.map((i) => [i.id, new Date(i.start).toISOString().slice(11, 16)]),
  );
const end = (items: ForecastItem[], now: string) => {
  const predicted = forecast(items, at(now)).end;
  return predicted === null ? null : new Date(predicted).toISOString().slice(11, 16);
};

describe('drift', () => {
  it('is nothing on an empty agenda', () => {
    expect(forecast([], at('12:00'))).toEqual({ driftMinutes: 0, items: [], end: null });
  });

  it('is the difference of the start while the running item keeps its time', () => {
    const items = [item('a', '12:00', 10, running('12:04')), item('b', '12:10', 10)];
    expect(forecast(items, at('12:05')).driftMinutes).toBe(4);
    expect(forecast(items, at('12:14')).driftMinutes).toBe(4);
  });

  it('grows once the running item overruns', () => {
    const items = [item('a', '12:00', 10, running('12:04'))];
    expect(forecast(items, at('12:20')).driftMinutes).toBe(10);
  });

  it('is negative when the room is ahead, and never minus zero', () => {
    expect(forecast([item('a', '12:10', 10, running('12:05'))], at('12:06')).driftMinutes).toBe(-5);
    expect(Object.is(forecast([item('a', '12:00', 10, running('12:00'))], at('12:01')).driftMinutes, 0)).toBe(
      true,
    );
  });

  it('counts earlier runs of a reopened item as time already spent', () => {
    const items = [item('a', '12:00', 15, running('12:40', 10 * 60))];
    expect(forecast(items, at('12:41')).driftMinutes).toBe(30);
    expect(end(items, '12:41')).toBe('12:45');
  });

  it('does not count against the room what it had done before it went back', () => {
    const items = [
      item('a', '12:00', 10, running('12:26', 9 * 60)),
      item('b', '12:10', 10, done('12:10', '12:20')),
      item('c', '12:20', 10, done('12:20', '12:26')),
    ];
    expect(forecast(items, at('12:26')).driftMinutes).toBe(1);
  });

  it('between items is the delay of the next one, and nothing while that is not due', () => {
    const items = [item('a', '12:00', 10, done('12:00', '12:05')), item('b', '12:10', 10)];
    expect(forecast(items, at('12:07')).driftMinutes).toBe(0);
    expect(forecast(items, at('12:16')).driftMinutes).toBe(6);
  });

  it('after the last item tells how far off the room ended', () => {
    const items = [item('a', '12:00', 10, done('12:00', '12:18'))];
    expect(forecast(items, at('15:00')).driftMinutes).toBe(8);
    expect(end(items, '15:00')).toBe('12:18');
  });
});

describe('predicted starts', () => {
  it('pass the delay on to what follows', () => {
    const items = [item('a', '12:00', 10, running('12:05')), item('b', '12:10', 5), item('c', '12:15', 5)];
    expect(starts(items, '12:06')).toEqual({ a: '12:05', b: '12:15', c: '12:20' });
    expect(end(items, '12:06')).toBe('12:25');
  });

  it('are never before the plan, so a gap in the plan absorbs a delay', () => {
    const items = [item('a', '12:00', 5, running('12:10')), item('b', '13:30', 30)];
    expect(starts(items, '12:11')).toEqual({ a: '12:10', b: '13:30' });
    expect(end(items, '12:11')).toBe('14:00');
  });

  it('begin now when the next item is overdue', () => {
    const items = [item('a', '12:00', 10, done('12:00', '12:12')), item('b', '12:10', 10)];
    expect(starts(items, '12:15')).toEqual({ b: '12:15' });
  });

  it('leave out what was jumped over', () => {
    const items = [
      item('a', '12:00', 10, done('12:00', '12:10')),
      item('b', '12:10', 10),
      item('c', '12:20', 10, running('12:10')),
      item('d', '12:30', 10),
    ];
    expect(Object.keys(starts(items, '12:11'))).toEqual(['c', 'd']);
  });

  it('after a jump back return to what was left for it, with the time it still has', () => {
    const items = [
      item('a', '12:00', 10, running('12:14', 600)),
      item('b', '12:10', 20, done('12:10', '12:14')),
      item('c', '12:30', 10),
    ];
    expect(starts(items, '12:15')).toEqual({ a: '12:14', b: '12:15', c: '12:31' });
    expect(nextItem(items, at('12:15'))?.id).toBe('b');
  });

  it('after a jump back leave out what is already done', () => {
    const items = [
      item('a', '12:00', 10, running('12:25', 300)),
      item('b', '12:10', 10, done('12:10', '12:25')),
      item('c', '12:20', 10),
    ];
    expect(starts(items, '12:26')).toEqual({ a: '12:25', c: '12:30' });
  });
});

describe('the next item', () => {
  const day = [
    item('talk', '10:00', 60, { kind: 'DISCUSSION' }),
    item('lunch', '11:00', 60, { kind: 'BREAK' }),
    item('welcome', '12:00', 5, { kind: 'WELCOME' }),
    item('coffee', '13:30', 30, { kind: 'BREAK' }),
  ];

  it('is the first one in the morning', () => {
    expect(nextItem(day, at('09:50'))?.id).toBe('talk');
  });

  it('is the welcome at noon when nobody ran the optional items', () => {
    expect(nextItem(day, at('11:58'))?.id).toBe('welcome');
    expect(nextItem(day, at('12:20'))?.id).toBe('welcome');
  });

  it('follows the item that ended last, also after a jump', () => {
    const items = [
      item('a', '12:00', 5),
      item('b', '12:05', 5, done('12:00', '12:05')),
      item('c', '12:10', 5),
    ];
    expect(nextItem(items, at('12:06'))?.id).toBe('c');
  });

  it('is the last one when the whole plan lies in the past, and none when all is done', () => {
    expect(nextItem(day, at('20:00'))?.id).toBe('coffee');
    expect(nextItem([item('a', '12:00', 5, done('12:00', '12:05'))], at('12:06'))).toBeNull();
    expect(expected([], at('12:00'))).toEqual([]);
  });
});

describe('time spent', () => {
  it('sums all runs', () => {
    expect(secondsSpent(item('a', '12:00', 5), at('12:00'))).toBe(0);
    expect(secondsSpent(item('a', '12:00', 5, running('12:00', 60)), at('12:02'))).toBe(180);
    expect(secondsSpent(item('a', '12:00', 5, done('12:00', '12:03')), at('12:30'))).toBe(180);
  });

  it('is never negative when the clocks disagree', () => {
    expect(secondsSpent(item('a', '12:00', 5, running('12:05')), at('12:04'))).toBe(0);
  });
});
