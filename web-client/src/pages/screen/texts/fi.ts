import joining from '../../../features/meeting/screen/texts/fi';
import polls from '../../../features/poll/screen/texts/fi';
import stage from './stage/fi';

export default { joining, polls, stage };
