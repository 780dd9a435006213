import { atTime } from '../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  join: 'Join in',
  code: 'Code',
  next: 'Next',
  now: 'Now',
  nothingNow: 'We will continue soon',
  rooms: 'Parallel sessions',
  ended: 'Thank you for taking part!',
  roomEnded: 'The session has ended',
  returnTo: 'We continue in the plenary.',
  waitsFor: (instant) => `Starts ${atTime(instant)}`,
  lost: 'Connection lost',
  full: 'Full screen',
  clock: 'Time',
  coverage: (n, of) => `${n}/${of} municipalities`,
  persons: (onSite, teams) => `On site ${onSite}, in Teams ${teams}`,
  between: 'No item in progress',
  starts: (instant) => `Starts ${atTime(instant)}`,
  endedAt: (instant) => `Ended ${atTime(instant)}`,
};

export default en;
