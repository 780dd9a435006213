import type fi from './fi';

const sv: typeof fi = {
  label: '100 poäng',
  help: '100 fördelas',
  asks: 'Sammanlagt 100 poäng fördelas på alternativen.',
  task: 'Fördela 100 poäng på alternativen',
};

export default sv;
