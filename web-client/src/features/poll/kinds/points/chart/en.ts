import type fi from './fi';

const en: typeof fi = {
  pointsMean: 'Points on average',
  pointsTotal: 'Points in total',
  pointsTable: 'A hundred points shared among the options',
};

export default en;
