import { Area } from '../../../words/area.svelte';
import type fi from './fi';

/** What the panel of goals says. */
export const goalTexts = new Area<typeof fi>();
