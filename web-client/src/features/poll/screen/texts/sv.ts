import { plural } from '../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  open: 'Svara nu med telefonen',
  round: (n) => `Omgång ${n}`,
  left: 'Tid kvar',
  timeUp: 'Tiden är ute',
  voted: 'har röstat',
  organisationsVoted: 'organisationer har svarat',
  municipalitiesVoted: 'kommuner har svarat',
  turnout: (n, of) => `${n} / ${of}`,
  withheld: 'Resultatet visas när tillräckligt många har svarat.',
  anonymous: 'Svaren är anonyma',
  named: 'Svaren visas med namn',
  scale: (steps, low, high) => `Skala 1–${steps}: 1 ${low}, ${steps} ${high}`,
  one: 'Välj ett alternativ',
  several: (most) => `Välj högst ${most} alternativ`,
  thumbs: 'Visa tummen',
  ranking: 'Rangordna alternativen',
  points: 'Fördela 100 poäng på alternativen',
  texts: (most) => (most === 1 ? 'Skriv ditt svar' : `Skriv högst ${most} svar`),
  words: (most) => (most === 1 ? 'Skriv ett ord' : `Skriv högst ${most} ord`),
  commitment: (n) => `Kommunen svarar: ${plural(n, 'mål', 'mål')}`,
};

export default sv;
