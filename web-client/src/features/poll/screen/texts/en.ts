import type fi from './fi';

const en: typeof fi = {
  open: 'Answer now on your phone',
  round: (n) => `Round ${n}`,
  left: 'Time left',
  timeUp: 'Time is up',
  voted: 'have voted',
  organisationsVoted: 'organisations have answered',
  municipalitiesVoted: 'municipalities have answered',
  turnout: (n, of) => `${n} / ${of}`,
  withheld: 'The result appears when enough people have answered.',
  anonymous: 'The answers are anonymous',
  named: 'The answers are shown with names',
};

export default en;
