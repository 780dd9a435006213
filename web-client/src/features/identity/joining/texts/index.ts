import { LoadedArea } from '../../../../words/area.svelte';
import type fi from './fi';

/** What the pages before one has a participant say. */
export const joining = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
