import { Area } from '../area.svelte';
import type fi from './fi';

/** What every page says. */
export const common = new Area<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
