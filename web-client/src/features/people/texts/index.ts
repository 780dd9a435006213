import { LoadedArea } from '../../../words/area.svelte';
import type fi from './fi';

/** What the pages about people say. */
export const people = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
