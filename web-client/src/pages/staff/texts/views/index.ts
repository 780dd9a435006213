import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** The names of the views beside the own page. */
export const viewTexts = new Area<typeof fi>();
