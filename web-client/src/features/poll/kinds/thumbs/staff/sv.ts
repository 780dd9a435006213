import type fi from './fi';

const sv: typeof fi = {
  label: 'Tummar',
  help: 'upp, åt sidan, ner',
  asks: 'Tummen upp, åt sidan eller ner.',
  task: 'Visa tummen',
};

export default sv;
