import choice from '../../kinds/choice/form/sv';
import scale from '../../kinds/scale/form/sv';
import thumbs from '../../kinds/thumbs/form/sv';
import ranking from '../../kinds/ranking/form/sv';
import points from '../../kinds/points/form/sv';
import text from '../../kinds/text/form/sv';
import words from '../../kinds/words/form/sv';
import commitment from '../../kinds/commitment/form/sv';
import { plural } from '../../../../words/format';
import type fi from './fi';

const when = (at: string): string => at && ` ${at}`;

const sv: typeof fi = {
  ...choice,
  ...scale,
  ...thumbs,
  ...ranking,
  ...points,
  ...text,
  ...words,
  ...commitment,
  secrecy: {
    anonymous: 'Du svarar anonymt. Ingen ser vad just du har svarat.',
    named: (name) =>
      `Du svarar med ditt namn: ${name}. Alla som får se resultatet ser ditt namn och dina svar.`,
    changeable: 'Du kan ändra dina svar tills omröstningen stängs.',
    more: 'Vad som publiceras av resultatet',
    grouped: (groups) => `Svaren räknas också per ${groups}. Resultat för små grupper visas inte.`,
    groups: {
      MUNICIPALITY: 'kommun',
      ORGANISATION_KIND: 'typ av organisation',
      SUB_REGION: 'ekonomisk region',
      CHANNEL: 'sätt att delta',
    },
    published:
      'När resultatet visas publiceras svaren utan namn. Varje svar har en kod som bara den svarandes egen telefon känner igen.',
    texts: 'Andra ser din text. Skriv inget som avslöjar vem du är.',
    moderated: 'Texten visas för andra när ordföranden eller sekreteraren har godkänt den.',
  },
  body: {
    municipality: {
      about: (name) => `Du svarar för din kommun: ${name}.`,
      rule: 'Varje kommun ger ett svar, och ett senare svar ersätter det tidigare.',
      named: 'Svaret och namnet på den som svarade antecknas i promemorian.',
      secret:
        'Ingen ser vad kommunen har svarat; det enda som syns är att kommunen har svarat och vem som svarade för den.',
      answer: 'Kommunens svar',
      reservation: 'Vilka förbehåll har kommunen?',
      missing: 'Välj kommunens svar.',
      send: 'Skicka kommunens svar',
      saved: (at) => `Kommunens svar har sparats${when(at)}`,
      newer: (name, at) => `${name} skickade er kommuns svar${when(at)}. Ditt formulär har inte ändrats.`,
      overtaken: (name, at) =>
        `Ditt svar gäller inte, eftersom ${name} hann skicka er kommuns svar${when(at)}.`,
      replaced: (name, at) => `${name} skickade er kommuns svar${when(at)}. Det ersatte ditt svar.`,
      onlyThese: 'I den här omröstningen svarar kommunerna, ett svar per kommun.',
      answeredBy: (n, of) => `${n}/${of} kommuner har svarat`,
      whoAnswered: 'Kommuner som har svarat',
      notEntitled: 'Du kan inte svara för din kommun just nu.',
      closedNone: 'Er kommun svarade inte i den här omröstningen.',
      remark: 'Er kommuns svar har ändrats – se slutet av formuläret.',
    },
    organisation: {
      about: (name) => `Du svarar för din organisation: ${name}.`,
      rule: 'Varje organisation ger ett svar, och ett senare svar ersätter det tidigare.',
      named: 'Svaret och namnet på den som svarade antecknas i promemorian.',
      secret:
        'Ingen ser vad organisationen har svarat; det enda som syns är att den har svarat och vem som svarade för den.',
      answer: 'Organisationens svar',
      reservation: 'Vilka förbehåll har organisationen?',
      missing: 'Välj organisationens svar.',
      send: 'Skicka organisationens svar',
      saved: (at) => `Organisationens svar har sparats${when(at)}`,
      newer: (name, at) =>
        `${name} skickade er organisations svar${when(at)}. Ditt formulär har inte ändrats.`,
      overtaken: (name, at) =>
        `Ditt svar gäller inte, eftersom ${name} hann skicka er organisations svar${when(at)}.`,
      replaced: (name, at) => `${name} skickade er organisations svar${when(at)}. Det ersatte ditt svar.`,
      onlyThese: 'I den här omröstningen svarar organisationerna i vissa grupper, ett svar var.',
      answeredBy: (n, of) => `${n}/${of} organisationer har svarat`,
      whoAnswered: 'Organisationer som har svarat',
      notEntitled: 'Du kan inte svara för din organisation just nu.',
      closedNone: 'Er organisation svarade inte i den här omröstningen.',
      remark: 'Er organisations svar har ändrats – se slutet av formuläret.',
    },
  },
  elsewhere: {
    newer: (at) => `Du svarade på en annan enhet${when(at)}. Ditt formulär har inte ändrats.`,
    overtaken: (at) => `De här svaren gäller inte, eftersom du svarade på en annan enhet${when(at)}.`,
    remark: 'Du har svarat på en annan enhet – se slutet av formuläret.',
  },
  colleague: 'En annan av era representanter',
  given: (organisation) => `${organisation} har svarat`,
  secretAnswer: 'Svaret är hemligt och visas inte ens för den egna organisationens representanter.',
  change: 'Ändra svaret',
  cancelChange: 'Ångra ändringen',
  useTheirs: 'Använd det skickade svaret',
  keepMine: 'Fortsätt med mitt',
  standing: 'Svaret som gäller',
  allAnswers: (n) => `Visa alla ${n} svar`,
  absent: 'Du är inte närvarande nu och kan därför inte rösta.',
  inRoom: (room) => `I den här omröstningen svarar de som är i sessionen ${room}.`,
  noRight: 'Du har inte rösträtt nu.',
  notInGroups: 'I den här omröstningen svarar bara vissa grupper, och du hör inte till dem.',
  votedElsewhere: 'Du har redan röstat i en annan webbläsare. Svaren kan ändras bara i den webbläsaren.',
  earlier: {
    offer: 'Du svarade i den förra omgången. Du kan utgå från de svaren och ändra dem innan du skickar.',
    use: 'Utgå från mina tidigare svar',
    used: 'Dina svar från förra omgången finns i formuläret. De har inte skickats ännu.',
  },
  time: {
    left: 'Tid kvar',
    leftSaid: (time) => `Tid kvar: ${time}.`,
    minutes: (n) => plural(n, 'minut', 'minuter'),
    seconds: (n) => plural(n, 'sekund', 'sekunder'),
    longer: 'Tiden förlängdes.',
    shorter: 'Omröstningen stängs tidigare än vad som var sagt.',
    set: 'Omröstningen stängs av sig själv.',
    lifted: 'Tidsgränsen togs bort. Ordföranden stänger omröstningen.',
    closing: 'Omröstningen stängs nu…',
    hurry: (time) => `Bara ${time} kvar. Skicka dina svar!`,
    hurrySaid: 'Ditt svar har inte skickats ännu.',
  },
  send: 'Skicka svaret',
  sendAll: 'Skicka svaren',
  sendChange: 'Skicka ändringen',
  notSent: 'Inte skickat ännu',
  changeNotSent: 'Ändringen har inte skickats ännu',
  sending: 'Skickar…',
  waiting: 'Ingen förbindelse – din röst väntar på att skickas',
  waitingHelp: 'Den skickas så snart förbindelsen är tillbaka. Håll den här sidan öppen.',
  saved: (at) => `Din röst har sparats${when(at)}`,
  refused: 'Dina svar sparades inte.',
  refusedKept: (at) => `Ändringen sparades inte. Svaren som sparades ${at} gäller.`,
  tooLate: 'Omröstningen stängdes innan dina svar kom fram. De räknades inte.',
  tooLateKept: (at) => `Omröstningen stängdes innan ändringen kom fram. Svaren som sparades ${at} gäller.`,
  closedUnsent: 'Omröstningen stängdes innan du skickade dina svar. De räknades inte.',
  closedNoVote: 'Du svarade inte i den här omröstningen.',
  closedSaved: (at) => `Du svarade ${at}. Tack!`,
  closedVoted: 'Du svarade i den här omröstningen. Tack!',
  resultsLater: 'Ordföranden visar resultatet när det behandlas.',
  missing: 'Välj ett svar här.',
  answered: (n, of) => `Besvarat ${n}/${of}`,
  written: (n, of) => `Skrivit ${n}/${of}`,
  receipt: {
    check: 'Kontrollera att ditt svar är med i räkningen',
    checking: 'Kontrollerar att ditt svar är med i räkningen…',
    found: 'Ditt svar är med i räkningen',
    code: 'Ditt svars kod',
    codeHelp: 'Telefonen räknade själv ut koden och hittade den bland de publicerade svaren.',
    show: 'Visa mitt eget svar',
    hide: 'Dölj mitt eget svar',
    published: 'Svaret som publicerats med din kod',
    missing: 'Ditt svar finns inte bland de publicerade svaren.',
    different:
      'Svaret som publicerats med din kod är ett annat än det som servern bekräftade för den här telefonen.',
    tell: 'Berätta det för ordföranden och visa den här koden. Resultatet måste kontrolleras.',
    tellIf:
      'Om ingen i din organisation svarade efter dig, berätta det för ordföranden och visa den här koden.',
    sent: (at) => `Telefonen minns svaret som servern sparade ${at}:`,
    file: 'Ladda ner de publicerade svaren',
    recount: 'Räkna rösterna själv',
    failed: 'De publicerade svaren kunde inte hämtas. Försök igen.',
  },
  upvote: {
    support: 'Stöd',
    label: (text, n) => `Stöd: ${text}. ${plural(n, 'understöd', 'understöd')}.`,
  },
};

export default sv;
