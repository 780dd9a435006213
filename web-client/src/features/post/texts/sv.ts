import { plural } from '../../../words/format';

const people = (n: number): string => plural(n, 'person', 'personer');
const letters = (n: number): string => plural(n, 'meddelande', 'meddelanden');

export default {
  title: 'Skicka länkarna per e-post',
  text: 'Alla får ett brev med sin egen länk.',
  pace: (perMinute: number) =>
    `Högst ${plural(perMinute, 'meddelande', 'meddelanden')} går iväg per minut. Utskicket fortsätter även om du stänger sidan.`,
  care: 'Det antecknas vem som skickar. Den som har länken agerar i personens namn, så kontrollera adresserna först.',
  notSetUp: 'Tjänsten har ingen e-postserver, så den kan inte skicka länkarna själv.',
  instead:
    'Skriv ut namnskyltar eller inbjudningsbrev, eller ladda ner adressfilen och skicka länkarna med ditt eget e-postprogram.',
  unsent: 'Inte skickat ännu',
  queued: 'I kö',
  sent: 'Skickat',
  failed: 'Inte nådda',
  noAddress: 'Utan e-postadress',
  people,
  send: (n: number) => `Skicka till ${people(n)}`,
  again: (n: number) => `Skicka igen till ${people(n)} som inte nåddes`,
  againOne: 'Skicka igen till den person som inte nåddes',
  stop: 'Avbryt utskicket',
  stopped: 'Utskicket har avbrutits. Meddelanden som redan har skickats kan inte tas tillbaka.',
  ordered: 'Meddelandena har lagts i kön.',
  ask: {
    title: (n: number) => `Ska länken skickas till ${people(n)}?`,
    text: (minutes: number) =>
      `Utskicket börjar genast och tar ungefär ${plural(minutes, 'minut', 'minuter')}. Ett skickat meddelande kan inte tas tillbaka, men länken kan bytas.`,
    yes: 'Skicka',
  },
  sending: (sent: number, all: number) => `Skickat ${sent}/${all}`,
  left: (minutes: number) => `Ungefär ${plural(minutes, 'minut', 'minuter')} kvar.`,
  unreachable:
    'E-postservern svarar inte eller tar inte emot meddelanden. Meddelandena ligger kvar i kön, och nya försök görs i ett dygn. Om det fortsätter, be administratören kontrollera inställningarna.',
  retrying: (n: number) =>
    `${letters(n)} väntar på ett nytt försök, eftersom mottagarens server bad oss vänta.`,
  done: (sent: number) => `Utskicket är klart: ${letters(sent)} skickade.`,
  doneWithFailures: (sent: number, failed: number) =>
    `Utskicket är klart: ${letters(sent)} skickade, ${people(failed)} nåddes inte.`,
  show: (n: number) => `Visa vilka som inte fick meddelandet (${n})`,
  hide: 'Dölj listan',
  list: 'Utan meddelande',
  listed: (n: number, of: number) => `Visar ${n}/${of}.`,
  column: { name: 'Namn', organisation: 'Organisation', email: 'E-post', reason: 'Orsak' },
  answer: 'Servern svarade:',
  fault: {
    NO_LINK: 'Länken är ogiltig.',
    NO_ADDRESS: 'E-postadress saknas.',
    BAD_ADDRESS: 'Adressen är felaktig, eller så går det inte att skicka till den.',
    REFUSED: 'Servern tog inte emot meddelandet. Kontrollera adressen.',
    POSTPONED: 'Mottagarens server bad oss vänta i ett helt dygn.',
    UNREACHABLE: 'E-postservern kunde inte nås på ett dygn.',
  },
  one: {
    send: 'Skicka länken per e-post',
    title: 'Ska länken skickas?',
    text: (email: string) => `Länken skickas till ${email}.`,
    yes: 'Skicka',
    ordered: 'Meddelandet har lagts i kön. Läget visas ovanför personlistan.',
  },
};
