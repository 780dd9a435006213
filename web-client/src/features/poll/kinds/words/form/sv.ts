import type fi from './fi';

const sv: typeof fi = {
  words: {
    upTo: (n) => `Ge högst ${n} ord eller korta uttryck.`,
    one: 'Ett ord eller kort uttryck',
    label: (n) => `Ord ${n}`,
    missing: 'Skriv åtminstone ett ord.',
  },
};

export default sv;
