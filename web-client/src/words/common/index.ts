import { LoadedArea } from '../area.svelte';
import type fi from './fi';

/** What every page says. */
export const common = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
