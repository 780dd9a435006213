import { withTexts } from '../../words/loading';
import { ballots } from './ballot/texts';
import { charts } from './charts/texts';

/** Forms and receipts: a phone's first load does without them. */
export const ballotParts = () => withTexts(() => import('./ballot'), ballots);

/** The picture of a result. */
export const pollChart = () => withTexts(() => import('./charts/PollChart.svelte'), charts);
