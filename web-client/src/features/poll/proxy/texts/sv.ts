import type fi from './fi';

const sv: typeof fi = {
  title: 'Rösta för personen',
  help: 'Bara i öppna omröstningar med namn, när personen saknar telefon. I resultatet syns vem som antecknade svaret.',
  poll: 'Öppen omröstning med namn',
  none: 'Ingen omröstning med namn är öppen i dina sessioner.',
  choose: 'Välj omröstning',
  voted: 'Ett svar har redan getts. Du kan byta det.',
  incomplete: 'Svaret är inte färdigt. Komplettera de markerade ställena.',
  save: 'Spara svaret',
  saved: (name) => `Svaret har sparats: ${name}.`,
};

export default sv;
