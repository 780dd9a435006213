import { plural } from '../../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  label: 'Ordmoln',
  help: 'korta ord',
  asks: (n) => `Högst ${plural(n, 'ord', 'ord')}.`,
  task: (most) => (most === 1 ? 'Skriv ett ord' : `Skriv högst ${most} ord`),
};

export default sv;
