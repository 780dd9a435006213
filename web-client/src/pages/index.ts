import { joining } from '../features/identity/joining/texts';
import { charts } from '../features/poll/charts/texts';
import { recount } from '../features/recount/texts';
import { withTexts } from '../words/loading';

/** The pages for those who have no participant yet, each its own chunk. */
export const pageOf = {
  start: () => withTexts(() => import('./start/Start.svelte'), joining),
  join: () => withTexts(() => import('./join/Join.svelte'), joining),
  recount: () => withTexts(() => import('./recount/Recount.svelte'), recount, charts),
};
