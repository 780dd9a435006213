import { plural } from '../../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  texts: {
    upTo: (n) => `Du kan ge högst ${n} svar.`,
    one: 'Ditt svar',
    label: (n) => `Svar ${n}`,
    left: (n) =>
      n >= 0 ? `${plural(n, 'tecken', 'tecken')} kvar` : `${plural(-n, 'tecken', 'tecken')} för mycket`,
    missing: 'Skriv ett svar.',
    tooLong: 'Texten är för lång.',
    twice: 'Det här finns redan ovanför.',
  },
};

export default sv;
