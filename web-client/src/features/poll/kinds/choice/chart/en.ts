import { plural } from '../../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  share: 'Share',
  votes: 'Votes',
  votesFor: (n) => plural(n, 'vote', 'votes'),
  choiceTable: 'Votes by option',
  shareOfVoters: 'Share of those who answered. Several could be chosen.',
};

export default en;
