import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** Joining, personal links and new meetings, for organisers. */
export const organisingTexts = new Area<typeof fi>();
