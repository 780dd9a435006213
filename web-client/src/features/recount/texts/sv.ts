import { plural } from '../../../words/format';
import type fi from './fi';

const ballots = (n: number): string => plural(n, 'svar', 'svar');

const sv: typeof fi = {
  title: 'Kontrollräkning',
  intro:
    'Svaren i en anonym omröstning kan laddas ner som en fil när omröstningen är stängd. Den här sidan räknar dem på nytt i din webbläsare och jämför resultatet med det som anges i filen. Filen lämnar inte din enhet.',
  choose: 'Välj en fil',
  drop: 'Du kan också släppa filen här.',
  again: 'Välj en annan fil',
  counting: 'Räknar…',
  fault: {
    unreadable: 'Filen kunde inte läsas. Försök välja den på nytt.',
    tooBig: 'Filen är för stor. En svarsfil är högst 50 megabyte.',
    notJson: 'Filen är inte en hel JSON-fil. Ladda ner svaren på nytt.',
    notBundle: 'Det här är inte en svarsfil, eller så saknas delar av den.',
    otherVersion: 'Filen har ett annat format än det som sidan kan räkna. Ladda om sidan och försök igen.',
    named: 'I en bindande omröstning ges svaren med namn, och de räknas inte på den här sidan.',
    otherTally: 'Resultatet i filen gäller en annan sorts omröstning än svaren.',
  },
  same: 'Resultatet stämmer',
  sameText: (n, fields) =>
    `${ballots(n)} räknades. Alla ${fields} jämförda uppgifter är desamma som i filen.`,
  different: 'Resultatet stämmer inte',
  differentText: (n, wrong, fields) =>
    `${ballots(n)} räknades. Av ${fields} jämförda uppgifter avviker ${wrong} från det som anges i filen.`,
  impossible: (n, places) =>
    `${plural(n, 'svar är', 'svar är')} inte möjliga i den här omröstningen och räknades inte: ${places}.`,
  repeated: (n, codes) => `${plural(n, 'kod', 'koder')} finns mer än en gång i filen: ${codes}.`,
  place: (n, code) => `nr ${n} (${code})`,
  more: (n) => `och ${n} till`,
  textsOnly:
    'Av öppna svar kan antalet kontrolleras, och att varje text som visas är någons svar. Grupper, understöd och döljande framgår inte av svaren.',
  checked: (n) => `Jämförda uppgifter (${n})`,
  differences: 'Uppgifter som avviker',
  field: 'Uppgift',
  claimed: 'I filen',
  counted: 'Räknat',
  equal: 'lika',
  unequal: 'olika',
  nothing: 'saknas',
  names: {
    ballots: 'Antal svar',
    cantSay: 'Kan inte säga',
    n: 'Har gett ett värde',
    mean: 'medelvärde',
    median: 'median',
    counts: 'röster',
    borda: 'poäng',
    first: 'förstaplatser',
    ranked: 'har rangordnat',
    total: 'poäng totalt',
    shown: 'Ord som visas',
    others: 'Övriga ord',
    word: 'stavning',
    count: 'antal',
    text: 'text',
    step: (n) => `värde ${n}`,
    statement: (n) => `Påstående ${n}`,
    wordNumber: (n) => `Ord ${n}`,
    entry: (n) => `Visat svar ${n}`,
  },
  result: 'Räknat resultat',
  ballots: (n) => `Svaren (${n})`,
  search: 'Sök med kod',
  searchHint: 'Koden syns i den svarandes telefon. Det räcker med början.',
  found: (n) => (n === 0 ? 'Det finns inget svar med den koden.' : `${ballots(n)} hittades.`),
  number: 'Nr',
  code: 'Kod',
  answer: 'Svar',
  showMore: (n) => `Visa ${n} till`,
  shownOf: (n, of) => `${n}/${of} visas`,
  cantSayShort: 'KIS',
};

export default sv;
