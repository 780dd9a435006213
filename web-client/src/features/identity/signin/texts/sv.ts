import { atTime, date } from '../../../../words/format';
import type fi from './fi';

const when = (instant: string): string => `${date(instant)} ${atTime(instant)}`;

const sv: typeof fi = {
  title: 'Logga in',
  provider: 'Logga in med organisationens konto',
  providerText: 'Arrangörer, ordförande och sekreterare loggar in med sin organisations konto.',
  noProvider: 'Arrangörer, ordförande och sekreterare behöver en länk. Be mötets arrangör om den.',
  link: 'Inloggningslänk',
  linkText: 'Länken fungerar en gång. Den är använd först när du trycker på knappen.',
  useLink: 'Logga in',
  working: 'Loggar in…',
  failed: 'Inloggningen lyckades inte',
  noAnswer: 'Servern svarar inte. Kontrollera nätverksförbindelsen och försök igen.',
  newLink: 'Arrangören skapar en ny länk i personlistan.',
  again: 'Börja om',
  choose: 'Till vilket möte?',
  toStart: 'Anslut med kod',
  sessions: 'Mina sessioner',
  sessionsText: 'I de här webbläsarna är du inloggad i det här mötet.',
  whose: 'Vilket mötes sessioner?',
  noParticipants: 'På den här enheten har ingen loggat in i något möte.',
  current: 'Den här webbläsaren',
  unknownDevice: 'Okänd webbläsare',
  madeBy: {
    CODE: 'Ansluten med kod',
    LINK: 'Öppnad med personlig länk',
    ONE_TIME_LINK: 'Inloggad med engångslänk',
    PROVIDER: 'Inloggad med organisationens konto',
  },
  madeAt: (instant) => `Började ${when(instant)}`,
  seenAt: (instant) => `Senast använd ${when(instant)}`,
  until: (instant) => `Giltig till ${when(instant)}`,
  endHere: 'Logga ut från den här webbläsaren',
  end: 'Logga ut',
  endNamed: (device) => `Logga ut: ${device}`,
  ended: 'Webbläsaren är utloggad, och sidan som var öppen i den är stängd.',
  endAll: 'Logga ut överallt',
  endAllAsk: 'Logga ut från alla webbläsare?',
  endAllText:
    'Alla öppna sidor stängs genast, också den här. Din personliga länk ändras inte: om någon annan har fått den, be arrangören byta ut den.',
  oneTime: 'Inloggningslänk för engångsbruk',
  oneTimeText: 'Länken loggar in personen en gång. En ny länk ersätter en tidigare som inte har använts.',
  makeLink: 'Skapa en inloggningslänk',
  linkMade: (instant) => `Länken har skapats. Den gäller till ${when(instant)}.`,
};

export default sv;
