import type fi from './fi';

const sv: typeof fi = {
  title: 'Att ordna mötet',
  joining: 'Anslutning',
  joinText: 'Deltagarna ansluter sig med den här adressen, QR-koden eller koden.',
  code: 'Kod',
  address: 'Adress',
  qr: (code) => `QR-kod som öppnar anslutningssidan. Koden är ${code}`,
  downloadQr: 'Ladda ner QR-koden',
  links: 'Personliga länkar',
  linksText: 'Varje länk öppnar sin roll utan inloggning. Skicka länken bara till den som den är avsedd för.',
  wholeMeeting: 'Hela mötet',
  linksFailed: 'Länkarna kunde inte hämtas.',
  newTitle: 'Nytt möte',
  newText:
    'Välj en mallfil (YAML eller JSON). Den innehåller mötets sessioner, föredragningslistor, organisationer och omröstningar.',
  choose: 'Välj mallfil',
  noFile: 'Ingen fil har valts',
  tooBig: 'Filen är för stor. En mallfil får innehålla högst 500 000 tecken.',
  create: 'Skapa möte',
  creating: 'Mötet skapas…',
  created: (title) => `Mötet ”${title}” har skapats.`,
  createdText: 'Spara arrangörens länk: med den kommer du till det nya mötet.',
  where: 'Ställe',
};

export default sv;
