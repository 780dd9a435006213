import agenda from '../../../features/agenda/phone/texts/en';
import attendance from '../../../features/attendance/phone/texts/en';
import polls from '../../../features/poll/phone/texts/en';

export default { agenda, attendance, polls };
