import type { Kind } from '../kind';

/** The places of the ranked options, the best first. */
export const ranking: Kind<readonly number[]> = {
  empty: () => [],
  faults: (form) => (form.length === 0 ? [{ place: 0, what: 'missing' }] : []),
  write: (form) => ({ ranking: [...form] }),
  read: ({ ranking }, poll) =>
    ranking?.every((place) => place < poll.options.length) ? [...ranking] : undefined,
};

/** One step up (-1) or down (1); at the end of the list it stays. */
export function moved(form: readonly number[], option: number, by: 1 | -1): number[] {
  const from = form.indexOf(option);
  const other = form[from + by];
  if (from < 0 || other === undefined) return [...form];
  return form.with(from, other).with(from + by, option);
}
