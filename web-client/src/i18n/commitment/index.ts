import { Area } from '../area.svelte';
import type fi from './fi';

/** What a commitment vote says; a day has one at most, so it comes when it is needed. */
export const commitment = new Area<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
