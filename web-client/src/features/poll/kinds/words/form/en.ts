import type fi from './fi';

const en: typeof fi = {
  words: {
    upTo: (n) => `Give up to ${n} words or short phrases.`,
    one: 'A word or a short phrase',
    label: (n) => `Word ${n}`,
    missing: 'Write at least one word.',
  },
};

export default en;
