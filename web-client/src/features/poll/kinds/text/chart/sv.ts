import { plural } from '../../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  noTexts: 'Det finns inga svar ännu.',
  otherTexts: 'Ogrupperade',
  waiting: (n) => `${plural(n, 'svar', 'svar')} väntar på granskning`,
  entryState: { WAITING: 'Väntar på granskning', HIDDEN: 'Dold' },
  upvotes: (n) => plural(n, 'understöd', 'understöd'),
  page: (n, of) => `${n}/${of}`,
  pause: 'Stoppa växlingen',
  proceed: 'Fortsätt växla',
};

export default sv;
