import proxy from '../../../features/poll/proxy/texts/sv';
import kinds from '../../../features/poll/kinds/texts/sv';
import agenda from '../../../features/agenda/desk/texts/sv';
import attendance from '../../../features/attendance/desk/texts/sv';
import desk from '../../../words/desk/sv';
import goals from '../../../features/goal/texts/sv';
import moderation from '../../../features/poll/moderation/texts/sv';
import organising from '../../../features/meeting/organiser/texts/sv';
import polls from '../../../features/poll/desk/texts/sv';
import records from '../../../features/records/texts/sv';
import rooms from '../../../features/meeting/desk/texts/sv';
import teamsOpening from '../../../features/teams/opening/texts/sv';
import views from './views/sv';

export default {
  kinds,
  proxy,
  agenda,
  attendance,
  desk,
  goals,
  moderation,
  organising,
  polls,
  records,
  rooms,
  teamsOpening,
  views,
};
