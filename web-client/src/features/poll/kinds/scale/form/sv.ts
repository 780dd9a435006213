import type fi from './fi';

const sv: typeof fi = {
  scale: {
    statement: (n, of) => `Påstående ${n}/${of}`,
    missing: (n) => (n === 1 ? 'Ett påstående saknar ännu svar.' : `${n} påståenden saknar ännu svar.`),
  },
};

export default sv;
