import { atTime } from '../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  choose: 'Choose a session',
  others: 'Other sessions',
  all: 'Sessions',
  starts: (instant) => `Starts ${atTime(instant)}`,
  shouldHaveStarted: (instant) => `Was to start ${atTime(instant)}`,
  ended: (instant) => `Ended ${atTime(instant)}`,
  between: 'No item in progress',
  none: 'There are no sessions for this role.',
};

export default en;
