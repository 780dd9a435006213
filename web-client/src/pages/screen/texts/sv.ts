import joining from '../../../features/meeting/screen/texts/sv';
import polls from '../../../features/poll/screen/texts/sv';
import stage from './stage/sv';

export default { joining, polls, stage };
