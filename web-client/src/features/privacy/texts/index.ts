import { LoadedArea } from '../../../words/area.svelte';
import type fi from './fi';

/** The words of the organiser's view of personal data. */
export const privacy = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
