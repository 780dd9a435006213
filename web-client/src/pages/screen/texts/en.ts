import joining from '../../../features/meeting/screen/texts/en';
import polls from '../../../features/poll/screen/texts/en';
import stage from './stage/en';

export default { joining, polls, stage };
