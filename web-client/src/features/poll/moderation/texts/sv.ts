import { plural } from '../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  queue: (n) => `Väntar på godkännande: ${n}`,
  queueEmpty: 'Inga svar väntar.',
  queueHelp: 'Deltagarna och skärmen ser svaret först när du godkänner det.',
  more: (n) =>
    `${plural(n, 'svar till väntar', 'svar till väntar')}; de kommer hit när dessa har behandlats.`,
  hidden: (n) => `Dolda (${n})`,
  show: 'Visa',
  showNamed: (text) => `Visa svaret: ${text}`,
  hide: 'Dölj',
  hideNamed: (text) => `Dölj svaret: ${text}`,
  groupOf: (text) => `Grupp för svaret: ${text}`,
  noGroup: 'Ingen grupp',
  newGroup: 'Ny grupp…',
  by: (name) => `Svarare: ${name}`,
  shown: 'Svaret visas.',
  hiddenNow: 'Svaret är dolt.',
  groups: (n) => `Grupper (${n})`,
  groupsHelp: 'Samla svar som betyder detsamma och ge gruppen ett namn.',
  texts: (n) => plural(n, 'svar', 'svar'),
  addGroup: 'Lägg till en grupp',
  groupTitle: 'Gruppens namn',
  rename: 'Byt namn',
  renameNamed: (title) => `Byt namn på gruppen ${title}`,
  remove: 'Upplös gruppen',
  removeNamed: (title) => `Upplös gruppen ${title}`,
  save: 'Spara',
  askRemove: {
    title: (title) => `Vill du upplösa gruppen ”${title}”?`,
    text: (n) =>
      n === 1
        ? 'Dess svar visas fortfarande, men utan grupp.'
        : `Dess ${n} svar visas fortfarande, men utan grupp.`,
    yes: 'Upplös gruppen',
  },
  groupMade: 'Gruppen har lagts till.',
  groupRenamed: 'Gruppen har fått ett nytt namn.',
  groupRemoved: 'Gruppen har upplösts. Dess svar finns kvar.',
  full: 'Det kan finnas högst 40 grupper.',
};

export default sv;
