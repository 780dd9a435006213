import { Area } from '../../../words/area.svelte';
import type fi from './fi';

/** What may be downloaded after the day. */
export const recordTexts = new Area<typeof fi>();
