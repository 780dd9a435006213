import { Area } from '../../../../words/area.svelte';
import type fi from './fi';

/** What a phone says of the item under way and of the programme. */
export const agendaTexts = new Area<typeof fi>();
