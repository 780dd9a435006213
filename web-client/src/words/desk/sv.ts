import type fi from './fi';

const sv: typeof fi = {
  copy: 'Kopiera',
  copyNamed: (what) => `Kopiera länken: ${what}`,
  copied: 'Kopierad',
  copyFailed: 'Det gick inte att kopiera. Markera länken och kopiera den själv.',
  waiting: 'Väntar på svar från servern…',
};

export default sv;
