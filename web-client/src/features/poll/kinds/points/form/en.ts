import { plural } from '../../../../../words/format';
import type fi from './fi';

const points = (n: number): string => plural(n, 'point', 'points');

const en: typeof fi = {
  points: {
    help: 'Divide 100 points among the options',
    left: (n) => `${n} / 100 left`,
    over: (n) => `${points(n)} too many`,
    complete: 'All 100 points are given',
    tooFewPoints: (n) => `Give ${points(n)} more.`,
    tooManyPoints: (n) => `Take away ${points(n)}.`,
    more: (text) => `More points: ${text}`,
    less: (text) => `Fewer points: ${text}`,
    said: (text, n) => `${text}: ${points(n)}.`,
  },
};

export default en;
