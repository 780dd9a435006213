import { plural } from '../../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  label: 'Commitment vote',
  help: 'by municipality, named',
  asks: 'Commits, commits with a reservation or does not commit, to each goal separately.',
  task: (n) => `Municipalities answer: ${plural(n, 'goal', 'goals')}`,
};

export default en;
