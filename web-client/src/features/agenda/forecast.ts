/** What the forecast reads of an agenda item; the contract's item fits. */
export interface ForecastItem {
  id: string;
  kind: string;
  plannedStart: string;
  plannedMinutes: number;
  state: 'COMING' | 'RUNNING' | 'DONE';
  startedAt: string | null;
  endedAt: string | null;
  spentBefore: number;
}

export interface ItemForecast {
  id: string;
  /** Milliseconds since the epoch, like every instant here. */
  start: number;
  end: number;
}

export interface Forecast {
  /** Whole minutes behind the plan; negative when ahead of it. */
  driftMinutes: number;
  /** The running item, if any, and those still expected after it, in order. */
  items: ItemForecast[];
  /** When the room will be through its agenda; null for an empty agenda. */
  end: number | null;
}

const MINUTE = 60_000;

/**
 * A day may begin with optional items that nobody runs. Half an hour after such an item would have been over,
 * nobody waits for it any more.
 */
const GRACE = 30 * MINUTE;

const plannedStart = (item: ForecastItem) => Date.parse(item.plannedStart);
const plannedEnd = (item: ForecastItem) => plannedStart(item) + item.plannedMinutes * MINUTE;

/** The items still to come, in order: what was jumped over is left out, what was interrupted by going back is not. */
export function expected<T extends ForecastItem>(items: readonly T[], now: number): T[] {
  const reached = lastReached(items);
  if (reached >= 0) {
    const current = items[reached];
    return items
      .slice(reached + 1)
      .filter((item) => item.state === 'COMING' || (current && wasLeftFor(item, current)));
  }
  const first = items.findIndex((item) => item.kind !== 'BREAK' && plannedEnd(item) + GRACE > now);
  return first < 0 ? items.slice(-1) : items.slice(first);
}

/** The item to propose as the next one; null when the agenda is through. */
export function nextItem<T extends ForecastItem>(items: readonly T[], now: number): T | null {
  return expected(items, now)[0] ?? null;
}

/** How far the room is from its plan and when each coming item is likely to begin. */
export function forecast(items: readonly ForecastItem[], now: number): Forecast {
  const running = items.find((item) => item.state === 'RUNNING');
  const predicted: ItemForecast[] = [];
  let free = now;
  if (running) {
    const current = runningForecast(running, now);
    predicted.push(current);
    free = current.end;
  }
  for (const item of expected(items, now)) {
    const start = Math.max(free, plannedStart(item));
    free = start + item.plannedMinutes * MINUTE - secondsSpent(item, now) * 1000;
    predicted.push({ id: item.id, start, end: free });
  }
  return {
    driftMinutes: Math.round(drift(items, predicted, running, now) / MINUTE) + 0,
    items: predicted,
    end: predicted.at(-1)?.end ?? lastEnd(items),
  };
}

/** Seconds that an item has been under way, all its runs together. */
export function secondsSpent(item: ForecastItem, now: number): number {
  if (item.startedAt === null) return item.spentBefore;
  const until = item.endedAt === null ? now : Date.parse(item.endedAt);
  return item.spentBefore + Math.max(0, Math.floor((until - Date.parse(item.startedAt)) / 1000));
}

function runningForecast(item: ForecastItem, now: number): ItemForecast {
  const start = item.startedAt === null ? now : Date.parse(item.startedAt);
  const due = start + item.plannedMinutes * MINUTE - item.spentBefore * 1000;
  return { id: item.id, start, end: Math.max(now, due) };
}

/**
 * With an item under way, where its end is heading against where the plan has it, less what was done of later items
 * before the room came back to it; between items, the delay of the next
 * one, since a break that came early is not a room that is early; at the very end, how far off it ended.
 */
function drift(
  items: readonly ForecastItem[],
  predicted: readonly ItemForecast[],
  running: ForecastItem | undefined,
  now: number,
): number {
  const head = predicted[0];
  if (running && head) return head.end - plannedEnd(running) - doneAfter(items, running);
  const next = expected(items, now)[0];
  if (next) return Math.max(0, now - plannedStart(next));
  const last = items.at(-1);
  const end = lastEnd(items);
  return last && end !== null ? end - plannedEnd(last) : 0;
}

/** The planned time of the items after this one that needs no more spending. */
function doneAfter(items: readonly ForecastItem[], running: ForecastItem): number {
  return items
    .slice(items.indexOf(running) + 1)
    .filter((item) => item.state === 'DONE')
    .map((item) => (wasLeftFor(item, running) ? secondsSpent(item, 0) * 1000 : item.plannedMinutes * MINUTE))
    .reduce((sum, time) => sum + time, 0);
}

/** Whether the room left this item for the current one, before its time was up. */
function wasLeftFor(item: ForecastItem, current: ForecastItem): boolean {
  if (current.state !== 'RUNNING' || current.startedAt === null || item.endedAt === null) return false;
  const end = Date.parse(item.endedAt);
  // One command ends the one and starts the other; a second is for rounding.
  return (
    Math.abs(end - Date.parse(current.startedAt)) <= 1000 &&
    secondsSpent(item, end) < item.plannedMinutes * 60
  );
}

/** Index of the item the room is at, or was at last; -1 before the first one. */
function lastReached(items: readonly ForecastItem[]): number {
  const running = items.findIndex((item) => item.state === 'RUNNING');
  if (running >= 0) return running;
  let reached = -1;
  let latest = -Infinity;
  items.forEach((item, index) => {
    const ended = item.state === 'DONE' && item.endedAt !== null ? Date.parse(item.endedAt) : -Infinity;
    if (ended > latest) [reached, latest] = [index, ended];
  });
  return reached;
}

function lastEnd(items: readonly ForecastItem[]): number | null {
  const ends = items.flatMap((item) => (item.endedAt === null ? [] : [Date.parse(item.endedAt)]));
  return ends.length === 0 ? null : Math.max(...ends);
}
