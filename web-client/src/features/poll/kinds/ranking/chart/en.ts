import { plural } from '../../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  borda: 'Points',
  firsts: 'First places',
  firstOf: (n) => `first for ${n}`,
  ranked: 'Ranked it',
  rankingTable: 'Rankings by option',
  rankingHint: (most) => `First place gives ${plural(most, 'point', 'points')}, last place 0.`,
};

export default en;
