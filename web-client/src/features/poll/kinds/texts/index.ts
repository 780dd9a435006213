import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** What staff and projector say of each kind. */
export const kindTexts = new Area<typeof fi>();
