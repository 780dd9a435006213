import type fi from './fi';

const sv: typeof fi = {
  label: 'Rangordning',
  help: 'bäst först',
  asks: 'Alternativen sätts i rangordning.',
  task: 'Rangordna alternativen',
};

export default sv;
