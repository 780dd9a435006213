import { plural } from '../../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  noTexts: 'There are no answers yet.',
  otherTexts: 'Not grouped',
  waiting: (n) => `${plural(n, 'answer waits', 'answers wait')} for review`,
  entryState: { WAITING: 'Waiting for review', HIDDEN: 'Hidden' },
  upvotes: (n) => plural(n, 'supporter', 'supporters'),
  page: (n, of) => `${n}/${of}`,
  pause: 'Stop turning pages',
  proceed: 'Turn pages again',
};

export default en;
