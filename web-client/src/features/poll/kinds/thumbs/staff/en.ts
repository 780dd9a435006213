import type fi from './fi';

const en: typeof fi = {
  label: 'Thumbs',
  help: 'up, sideways, down',
  asks: 'Thumbs up, sideways or down.',
  task: 'Show your thumb',
};

export default en;
