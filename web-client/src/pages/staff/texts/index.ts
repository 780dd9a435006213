import { Area } from '../../../words/area.svelte';
import type fi from './fi';

/** What the pages of chairs, secretaries, organisers and screens say. */
export const staff = new Area<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
