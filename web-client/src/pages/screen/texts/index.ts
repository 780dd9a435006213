import { Area } from '../../../words/area.svelte';
import type fi from './fi';

/** The projector's own words. */
export const screen = new Area<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
