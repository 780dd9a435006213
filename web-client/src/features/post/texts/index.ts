import { LoadedArea } from '../../../words/area.svelte';
import type fi from './fi';

/** What the organiser reads about personal links sent by e-mail. */
export const post = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
