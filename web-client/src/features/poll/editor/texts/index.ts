import { LoadedArea } from '../../../../words/area.svelte';
import type fi from './fi';

/** What the poll editor says; loaded with it. */
export const editor = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
