import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** Voting for a person without a phone. */
export const proxyTexts = new Area<typeof fi>();
