import { Shelf } from '../../../words/area.svelte';
import { agendaTexts } from '../../../features/agenda/phone/texts';
import { attendanceTexts } from '../../../features/attendance/phone/texts';
import { pollTexts } from '../../../features/poll/phone/texts';

/** What the participant's page says. */
export const participant = new Shelf(
  { agenda: agendaTexts, attendance: attendanceTexts, polls: pollTexts },
  {
    fi: () => import('./fi'),
    sv: () => import('./sv'),
    en: () => import('./en'),
  },
);
