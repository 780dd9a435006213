import type { Poll } from '../../polls';
import type { Kind } from '../kind';

/** The places of the chosen options, in rising order. */
export const choice: Kind<readonly number[]> = {
  empty: () => [],
  faults: (form, poll) => {
    if (form.length === 0) return [{ place: 0, what: 'missing' }];
    return form.length > poll.most ? [{ place: form[0] ?? 0, what: 'tooMany' }] : [];
  },
  write: (form) => ({ choice: [...form] }),
  read: ({ choice }, poll) =>
    choice?.every((place) => place < poll.options.length) ? [...choice] : undefined,
};

/** Chooses an option or takes it back. Whoever abstains chooses nothing else. */
export function toggled(form: readonly number[], place: number, { options }: Poll): number[] {
  if (form.includes(place)) return form.filter((one) => one !== place);
  const abstains = options[place]?.abstain === true;
  const kept = form.filter((one) => !abstains && options[one]?.abstain !== true);
  return [...kept, place].sort((a, b) => a - b);
}
