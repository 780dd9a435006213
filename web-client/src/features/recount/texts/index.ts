import { LoadedArea } from '../../../words/area.svelte';
import type fi from './fi';

/** The words of the page that counts an exported file again. */
export const recount = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
