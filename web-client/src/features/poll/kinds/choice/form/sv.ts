import type fi from './fi';

const sv: typeof fi = {
  choice: {
    one: 'Välj ett alternativ',
    several: (n) => `Välj högst ${n} alternativ`,
    missing: 'Välj ett alternativ.',
    tooMany: (n) => `Välj högst ${n}. Ta bort några val.`,
    chosen: (n, of) => `Valt ${n}/${of}`,
  },
};

export default sv;
