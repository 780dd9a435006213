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
};

export default sv;
