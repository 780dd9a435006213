import { plural } from '../../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  share: 'Andel',
  votes: 'Röster',
  votesFor: (n) => plural(n, 'röst', 'röster'),
  choiceTable: 'Röster per alternativ',
  shareOfVoters: 'Andel av dem som svarat. Man fick välja flera.',
};

export default sv;
