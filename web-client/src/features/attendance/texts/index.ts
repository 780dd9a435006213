import { LoadedArea } from '../../../words/area.svelte';
import type fi from './fi';

/** What the door desk and the attendance board say. */
export const attendance = new LoadedArea<typeof fi>({
  fi: () => import('./fi'),
  sv: () => import('./sv'),
  en: () => import('./en'),
});
