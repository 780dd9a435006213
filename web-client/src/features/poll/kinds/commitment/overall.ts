import type { Poll } from '../../polls';
import { charts } from '../../charts/texts';
import type { Mark } from './commitment';

/** What a mark says of all goals together. */
export function overallNames(poll: Poll): Record<Mark, string> {
  const t = charts.t;
  const answers =
    poll.statements.length > 1
      ? t.overall
      : { COMMITS: t.commits, RESERVATION: t.reservation, DECLINES: t.declines };
  return { ...answers, ANSWERED: t.answered, MISSING: t.missing };
}
