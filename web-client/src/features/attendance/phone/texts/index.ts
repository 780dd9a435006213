import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** What a phone says of being there: presence and rooms. */
export const attendanceTexts = new Area<typeof fi>();
