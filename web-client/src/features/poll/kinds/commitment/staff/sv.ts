import { plural } from '../../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  label: 'Bindande omröstning',
  help: 'per kommun, med namn',
  asks: 'Förbinder sig, förbinder sig med förbehåll eller förbinder sig inte, för varje mål för sig.',
  task: (n) => `Kommunen svarar: ${plural(n, 'mål', 'mål')}`,
};

export default sv;
