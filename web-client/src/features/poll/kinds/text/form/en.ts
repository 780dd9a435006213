import { plural } from '../../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  texts: {
    upTo: (n) => `You can give up to ${n} answers.`,
    one: 'Your answer',
    label: (n) => `Answer ${n}`,
    left: (n) =>
      n >= 0
        ? `${plural(n, 'character', 'characters')} left`
        : `${plural(-n, 'character', 'characters')} too many`,
    missing: 'Write an answer.',
    tooLong: 'The text is too long.',
    twice: 'This is given above already.',
  },
};

export default en;
