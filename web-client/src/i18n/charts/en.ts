import type fi from './fi';

const en: typeof fi = {
  statement: 'Statement',
  mean: 'Mean',
  median: 'Median',
  answers: 'Answers',
  cantSay: 'Cannot say',
  cantSayShort: 'N/A',
  none: '–',
  asTable: 'Figures as a table',
  scaleTable: 'Distribution of answers by statement',
  distribution: (counts, cantSay) => `Distribution of answers. ${counts}. Cannot say: ${cantSay}.`,
  stepCount: (step, count) => `Value ${step}: ${count}`,

  commits: 'Commits',
  reservation: 'Commits with a reservation',
  declines: 'Does not commit',
  answered: 'Has answered',
  missing: 'No answer',
  answeredOf: 'municipalities have answered',
  turnout: (n, of) => `${n}/${of} municipalities have answered`,
  municipality: 'Municipality',
  reservations: 'Reservations',
  byMunicipality: 'Answers by municipality',
  commitmentTable: 'Answers by municipality and set of goals',
  region: 'Sub-region',
  otherRegion: 'Others',
};

export default en;
