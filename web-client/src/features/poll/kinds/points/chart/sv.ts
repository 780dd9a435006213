import type fi from './fi';

const sv: typeof fi = {
  pointsMean: 'Poäng i medeltal',
  pointsTotal: 'Poäng totalt',
  pointsTable: 'Hundra poäng fördelade på alternativen',
};

export default sv;
