import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** Letting texts through, hiding and grouping them. */
export const moderationTexts = new Area<typeof fi>();
