import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** What the staff's agenda says: items, moves, times. */
export const agendaTexts = new Area<typeof fi>();
