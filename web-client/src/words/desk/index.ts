import { Area } from '../area.svelte';
import type fi from './fi';

/** What the staff's parts say that know no feature. */
export const deskTexts = new Area<typeof fi>();
