import { LoadedArea } from '../../../../words/area.svelte';
import type fi from './fi';

/** What the forms and the receipts say: they come with them, when a poll opens. */
export const ballots = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
