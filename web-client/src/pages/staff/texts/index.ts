import { kindTexts } from '../../../features/poll/kinds/texts';
import { proxyTexts } from '../../../features/poll/proxy/texts';
import { Shelf } from '../../../words/area.svelte';
import { agendaTexts } from '../../../features/agenda/desk/texts';
import { attendanceTexts } from '../../../features/attendance/desk/texts';
import { deskTexts } from '../../../words/desk';
import { goalTexts } from '../../../features/goal/texts';
import { moderationTexts } from '../../../features/poll/moderation/texts';
import { organisingTexts } from '../../../features/meeting/organiser/texts';
import { pollTexts } from '../../../features/poll/desk/texts';
import { recordTexts } from '../../../features/records/texts';
import { roomTexts } from '../../../features/meeting/desk/texts';
import { openingTexts } from '../../../features/teams/opening/texts';
import { viewTexts } from './views';

/** What the pages of chairs, secretaries, organisers and screens say. */
export const staff = new Shelf(
  {
    kinds: kindTexts,
    proxy: proxyTexts,
    agenda: agendaTexts,
    attendance: attendanceTexts,
    desk: deskTexts,
    goals: goalTexts,
    moderation: moderationTexts,
    organising: organisingTexts,
    polls: pollTexts,
    records: recordTexts,
    rooms: roomTexts,
    teamsOpening: openingTexts,
    views: viewTexts,
  },
  {
    fi: () => import('./fi'),
    sv: () => import('./sv'),
    en: () => import('./en'),
  },
);
