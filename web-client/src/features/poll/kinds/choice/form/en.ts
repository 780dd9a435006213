import type fi from './fi';

const en: typeof fi = {
  choice: {
    one: 'Choose one option',
    several: (n) => `Choose up to ${n} options`,
    missing: 'Choose an option.',
    tooMany: (n) => `Choose at most ${n}. Take some back.`,
    chosen: (n, of) => `Chosen ${n}/${of}`,
  },
};

export default en;
