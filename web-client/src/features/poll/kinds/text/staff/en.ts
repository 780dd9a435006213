import { plural } from '../../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  label: 'Open text',
  help: 'in one’s own words',
  asks: (n) => `Up to ${plural(n, 'answer', 'answers')} of 280 characters.`,
  task: (most) => (most === 1 ? 'Write your answer' : `Write up to ${most} answers`),
};

export default en;
