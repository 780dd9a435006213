import { LoadedArea } from '../../../../words/area.svelte';
import type fi from './fi';

/** What the phone of someone says who may not vote, or who is a deputy. */
export const rights = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
