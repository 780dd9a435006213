import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** The way in, on the projector. */
export const joiningTexts = new Area<typeof fi>();
