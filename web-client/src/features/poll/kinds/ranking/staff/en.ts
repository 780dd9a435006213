import type fi from './fi';

const en: typeof fi = {
  label: 'Ranking',
  help: 'the best first',
  asks: 'The options are put in order of preference.',
  task: 'Rank the options, the best first',
};

export default en;
