import { withTexts } from '../../../words/loading';
import { rights } from './texts';

/** Of those who may not vote, and of deputies: few phones load it. */
export const rightsPart = () => withTexts(() => import('./Rights.svelte'), rights);
