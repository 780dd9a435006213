import type fi from './fi';

const sv: typeof fi = {
  title: 'Gemensamma mål',
  help: 'Ge målet en ny ordalydelse när det har förhandlats. Tidigare versioner bevaras.',
  drafts:
    'Omröstningar som inte har öppnats frågar fortfarande om den version som de gjordes av. Ordföranden får en varning när omröstningen öppnas.',
  none: 'Mötet har inga mål.',
  version: (n) => `Version ${n}`,
  reword: 'Ny ordalydelse',
  rewordNamed: (text) => `Ny ordalydelse för målet: ${text}`,
  label: (n) => `Ordalydelse, version ${n}`,
  count: (n, of) => `${n}/${of} tecken`,
  save: (n) => `Spara som version ${n}`,
  saved: (n) => `Version ${n} av målet har sparats.`,
  empty: 'Skriv ordalydelsen.',
  tooLong: 'Ordalydelsen får ha högst 500 tecken.',
  same: 'Ordalydelsen är densamma som i den nuvarande versionen.',
  conflict:
    'Någon annan gav just målet en ny ordalydelse. Den visas nu ovanför. Kontrollera din egen text innan du sparar.',
};

export default sv;
