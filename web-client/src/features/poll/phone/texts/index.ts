import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** What a phone says of polls before their forms and charts are loaded. */
export const pollTexts = new Area<typeof fi>();
