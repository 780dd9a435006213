import { LoadedArea } from '../../../../words/area.svelte';
import type fi from './fi';

/** The words in charts; apart from the staff's, since phones show charts too. */
export const charts = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
