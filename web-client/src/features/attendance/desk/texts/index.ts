import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** What the views of who is present say, by municipality and room. */
export const attendanceTexts = new Area<typeof fi>();
