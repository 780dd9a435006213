import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** The projector's own words. */
export const stageTexts = new Area<typeof fi>();
