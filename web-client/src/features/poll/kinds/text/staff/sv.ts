import { plural } from '../../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  label: 'Öppet svar',
  help: 'med egna ord',
  asks: (n) => `Högst ${plural(n, 'svar', 'svar')} på 280 tecken.`,
  task: (most) => (most === 1 ? 'Skriv ditt svar' : `Skriv högst ${most} svar`),
};

export default sv;
