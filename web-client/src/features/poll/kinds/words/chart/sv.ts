import { plural } from '../../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  cloud: (words) => `Ordmoln. De vanligaste orden: ${words}.`,
  cloudEmpty: 'Det finns inga ord ännu.',
  word: 'Ord',
  mentions: 'Antal',
  wordsTable: 'Orden, de vanligaste först',
  moreWords: (n) => `och ${plural(n, 'ord till', 'ord till')}`,
};

export default sv;
