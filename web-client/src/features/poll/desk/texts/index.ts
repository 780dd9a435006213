import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** What the list of polls says to those who run them. */
export const pollTexts = new Area<typeof fi>();
