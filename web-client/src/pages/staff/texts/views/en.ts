import type fi from './fi';

const en: typeof fi = {
  label: 'Views',
  own: 'Own view',
  door: 'Door desk',
  board: 'Attendance board',
  people: 'People',
  sessions: 'My sessions',
};

export default en;
