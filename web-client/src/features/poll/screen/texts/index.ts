import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** What the projector says while people answer. */
export const pollTexts = new Area<typeof fi>();
