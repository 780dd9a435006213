import { Area } from '../../../words/area.svelte';
import type fi from './fi';

/** What the participant's page says. */
export const participant = new Area<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
