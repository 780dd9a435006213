import { LoadedArea } from '../../../words/area.svelte';
import type fi from './fi';

/** The words of the page that compares Teams' attendance reports with what was recorded. */
export const teams = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
