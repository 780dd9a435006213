import type fi from './fi';

const en: typeof fi = {
  goal: 'Goal',
  commits: 'Commits',
  reservation: 'Commits with a reservation',
  declines: 'Does not commit',
  missing: 'No answer',
  overall: {
    COMMITS: 'Commits to all',
    RESERVATION: 'Commits to all, with reservations',
    DECLINES: 'Does not commit to all',
  },
  overallTitle: 'Overall',
  reservations: 'Reservations',
  goals: 'Goals',
  byMunicipality: 'Answers by municipality',
  goalTable: 'Answers by goal',
  commitmentTable: 'Answers by municipality and goal',
  otherRegion: 'Others',
};

export default en;
