import { LoadedArea } from '../../../../words/area.svelte';
import type fi from './fi';

/** Signing in as staff, and the browsers in which one is signed in. */
export const signin = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
