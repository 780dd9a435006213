import type fi from './fi';

const en: typeof fi = {
  label: '100 points',
  help: '100 to share',
  asks: 'A total of 100 points is shared among the options.',
  task: 'Share 100 points among the options',
};

export default en;
