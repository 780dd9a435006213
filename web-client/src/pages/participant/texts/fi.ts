import agenda from '../../../features/agenda/phone/texts/fi';
import attendance from '../../../features/attendance/phone/texts/fi';
import polls from '../../../features/poll/phone/texts/fi';

export default { agenda, attendance, polls };
