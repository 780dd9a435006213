import { plural } from '../../../../../words/format';

export default {
  borda: 'Pisteitä',
  firsts: 'Ensisijaisia',
  firstOf: (n: number) => `ensimmäisenä ${n}`,
  ranked: 'Sijoittanut',
  rankingTable: 'Sijoitukset vaihtoehdoittain',
  rankingHint: (most: number) =>
    `Ensimmäinen sija antaa ${plural(most, 'pisteen', 'pistettä')}, viimeinen 0.`,
};
