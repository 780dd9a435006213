import proxy from '../../../features/poll/proxy/texts/fi';
import kinds from '../../../features/poll/kinds/texts/fi';
import agenda from '../../../features/agenda/desk/texts/fi';
import attendance from '../../../features/attendance/desk/texts/fi';
import desk from '../../../words/desk/fi';
import goals from '../../../features/goal/texts/fi';
import moderation from '../../../features/poll/moderation/texts/fi';
import organising from '../../../features/meeting/organiser/texts/fi';
import polls from '../../../features/poll/desk/texts/fi';
import records from '../../../features/records/texts/fi';
import rooms from '../../../features/meeting/desk/texts/fi';
import teamsOpening from '../../../features/teams/opening/texts/fi';
import views from './views/fi';

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
