import agenda from '../../../features/agenda/phone/texts/sv';
import attendance from '../../../features/attendance/phone/texts/sv';
import polls from '../../../features/poll/phone/texts/sv';

export default { agenda, attendance, polls };
