import { LoadedArea } from '../../../../words/area.svelte';
import type fi from './fi';

/** Voting for a person without a phone. */
export const proxyTexts = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
