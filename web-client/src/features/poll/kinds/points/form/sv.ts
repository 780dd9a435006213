import { plural } from '../../../../../words/format';
import type fi from './fi';

const points = (n: number): string => plural(n, 'poäng', 'poäng');

const sv: typeof fi = {
  points: {
    help: 'Fördela 100 poäng på alternativen',
    left: (n) => `Kvar ${n} / 100`,
    over: (n) => `${points(n)} för mycket`,
    complete: 'Alla 100 poäng är fördelade',
    tooFewPoints: (n) => `Fördela ännu ${points(n)}.`,
    tooManyPoints: (n) => `Ta bort ${points(n)}.`,
    more: (text) => `Lägg till poäng: ${text}`,
    less: (text) => `Minska poäng: ${text}`,
    said: (text, n) => `${text}: ${points(n)}.`,
  },
};

export default sv;
