import { plural } from '../../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  cloud: (words) => `Word cloud. Mentioned most: ${words}.`,
  cloudEmpty: 'There are no words yet.',
  word: 'Word',
  mentions: 'Mentions',
  wordsTable: 'The words, most common first',
  moreWords: (n) => `and ${plural(n, 'other word', 'other words')}`,
};

export default en;
