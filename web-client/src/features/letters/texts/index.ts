import { LoadedArea } from '../../../words/area.svelte';
import type fi from './fi';

/** What the organiser reads about badges and letters. */
export const letters = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
