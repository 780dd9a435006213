import type fi from './fi';

const sv: typeof fi = {
  title: 'Närvarorapporter från Teams',
  text: 'Jämför närvarorapporten från Teams med anteckningarna och rätta närvarotiderna.',
  open: 'Öppna rapporterna',
};

export default sv;
