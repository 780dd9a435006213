import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** What the staff's views of the rooms say. */
export const roomTexts = new Area<typeof fi>();
