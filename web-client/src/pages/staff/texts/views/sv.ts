import type fi from './fi';

const sv: typeof fi = {
  label: 'Vyer',
  own: 'Egen vy',
  door: 'Dörren',
  board: 'Närvarotavlan',
  people: 'Personer',
  sessions: 'Mina sessioner',
};

export default sv;
