import proxy from '../../../features/poll/proxy/texts/en';
import kinds from '../../../features/poll/kinds/texts/en';
import agenda from '../../../features/agenda/desk/texts/en';
import attendance from '../../../features/attendance/desk/texts/en';
import desk from '../../../words/desk/en';
import goals from '../../../features/goal/texts/en';
import moderation from '../../../features/poll/moderation/texts/en';
import organising from '../../../features/meeting/organiser/texts/en';
import polls from '../../../features/poll/desk/texts/en';
import records from '../../../features/records/texts/en';
import rooms from '../../../features/meeting/desk/texts/en';
import teamsOpening from '../../../features/teams/opening/texts/en';
import views from './views/en';

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
