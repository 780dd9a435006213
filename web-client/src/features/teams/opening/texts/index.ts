import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** The way to the reports, before their own words are loaded. */
export const openingTexts = new Area<typeof fi>();
