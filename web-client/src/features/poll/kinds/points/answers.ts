import type { Kind } from '../kind';

export const POINTS = 100;
/** One press of a button. */
export const STEP = 5;

/** Points for each option, in whole numbers. */
export const points: Kind<readonly number[]> = {
  empty: (poll) => poll.options.map(() => 0),
  faults: (form) => {
    const rest = left(form);
    if (rest === 0) return [];
    return [{ place: 0, what: rest > 0 ? 'tooFewPoints' : 'tooManyPoints' }];
  },
  write: (form) => ({ points: [...form] }),
  read: ({ points }, poll) => (points?.length === poll.options.length ? [...points] : undefined),
};

/** What is still to be given; negative when too much was. */
export const left = (form: readonly number[]): number => POINTS - form.reduce((sum, one) => sum + one, 0);

/** One press more or less, no more than there is left and no less than nothing. */
export function stepped(form: readonly number[], option: number, by: 1 | -1): number[] {
  const now = form[option] ?? 0;
  const change = by > 0 ? Math.min(STEP, Math.max(0, left(form))) : -Math.min(STEP, now);
  return form.with(option, now + change);
}

/** A number typed into the field, made one that may be given. */
export function typed(text: string): number {
  const value = Math.round(Number(text));
  return Number.isFinite(value) ? Math.min(POINTS, Math.max(0, value)) : 0;
}
