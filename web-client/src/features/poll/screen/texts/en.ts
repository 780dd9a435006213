import { plural } from '../../../../words/format';
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
  scale: (steps, low, high) => `Scale 1–${steps}: 1 ${low}, ${steps} ${high}`,
  one: 'Choose one option',
  several: (most) => `Choose up to ${most} options`,
  thumbs: 'Show your thumb',
  ranking: 'Rank the options, the best first',
  points: 'Share 100 points among the options',
  texts: (most) => (most === 1 ? 'Write your answer' : `Write up to ${most} answers`),
  words: (most) => (most === 1 ? 'Write one word' : `Write up to ${most} words`),
  commitment: (n) => `Municipalities answer: ${plural(n, 'goal', 'goals')}`,
};

export default en;
