import type fi from './fi';

const sv: typeof fi = {
  product: 'Sovittu',
  languageLabel: 'Språk',
  skipToContent: 'Gå till innehållet',
  loading: 'Laddar…',
  asTable: 'Siffrorna som tabell',
  close: 'Stäng',
  cancel: 'Avbryt',
  offline: 'Ingen förbindelse. Försöker på nytt…',
  backOnline: 'Förbindelsen är tillbaka.',
  roles: {
    PARTICIPANT: 'Deltagare',
    CHAIR: 'Ordförande',
    SECRETARY: 'Sekreterare',
    ORGANISER: 'Arrangör',
    OBSERVER: 'Observatör',
    SCREEN: 'Skärm',
  },
  rolesLabel: 'Roller',
  channel: { ON_SITE: 'På plats', TEAMS: 'Teams' },
  roomState: { WAITING: 'Har inte börjat', RUNNING: 'Pågår', ENDED: 'Avslutad' },
  commitment: {
    COMMITS: 'Vi förbinder oss',
    RESERVATION: 'Vi förbinder oss med förbehåll',
    DECLINES: 'Vi förbinder oss inte',
  },
  cantSay: 'Kan inte säga',
  notFound: {
    title: 'Sidan finns inte',
    text: 'Det kan vara ett skrivfel i adressen. Anslut dig till mötet med en kod.',
  },
  expired: {
    title: 'Den här platsen gäller inte längre',
    text: 'Webbläsaren känner inte igen din plats i mötet. Så kan det gå om kakorna har raderats eller om länken har öppnats på en annan enhet. Anslut dig på nytt.',
  },
  badLink: {
    title: 'Länken fungerar inte',
    text: 'Den personliga länken har gått ut eller är ofullständig. Be arrangören om en ny.',
  },
  noAnswer: {
    title: 'Servern svarar inte',
    text: 'Kontrollera nätförbindelsen och försök igen.',
  },
  toStart: 'Anslut med kod',
  tryAgain: 'Försök igen',
};

export default sv;
