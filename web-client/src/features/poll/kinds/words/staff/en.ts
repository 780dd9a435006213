import { plural } from '../../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  label: 'Word cloud',
  help: 'short words',
  asks: (n) => `Up to ${plural(n, 'word', 'words')}.`,
  task: (most) => (most === 1 ? 'Write one word' : `Write up to ${most} words`),
};

export default en;
