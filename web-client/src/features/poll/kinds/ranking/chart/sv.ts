import type fi from './fi';

const sv: typeof fi = {
  borda: 'Poäng',
  firsts: 'Förstaplatser',
  firstOf: (n) => `etta hos ${n}`,
  ranked: 'Har rangordnat',
  rankingTable: 'Rangordning per alternativ',
  rankingHint: (most) => `En förstaplats ger ${most} poäng, sista platsen 0.`,
};

export default sv;
