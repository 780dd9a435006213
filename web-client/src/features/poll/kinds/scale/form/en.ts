import type fi from './fi';

const en: typeof fi = {
  scale: {
    statement: (n, of) => `Statement ${n}/${of}`,
    missing: (n) =>
      n === 1 ? 'One statement still has no answer.' : `${n} statements still have no answer.`,
  },
};

export default en;
