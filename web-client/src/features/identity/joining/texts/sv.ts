import { plural } from '../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  start: {
    title: 'Anslut till mötet',
    code: 'Mötets kod',
    codeHint: 'Sex bokstäver eller siffror. Koden finns på skärmen och i inbjudan.',
    badCode: 'Koden består av sex bokstäver eller siffror.',
    go: 'Fortsätt',
    known: 'På den här enheten är du redan med',
    continueAs: (name) => `Fortsätt som ${name}`,
    sessions: 'Sessioner',
    staff: 'Arrangörer, ordförande och sekreterare',
    signIn: 'Logga in med organisationens konto',
  },
  join: {
    title: 'Anslut till mötet',
    noMeeting: 'Det finns inget möte med den här koden',
    noMeetingHelp: (code) => `Kontrollera koden ${code} på skärmen eller i inbjudan.`,
    otherCode: 'Ange en annan kod',
    known: (name) => `Du har redan anslutit dig som ${name}.`,
    asSomeoneElse: 'Anslut som någon annan',
    name: 'Förnamn och efternamn',
    nameMissing: 'Skriv ditt namn.',
    organisation: 'Kommun eller annan organisation',
    organisationHint: 'Skriv början och välj i listan.',
    organisationMissing: 'Välj en organisation i listan.',
    matches: (n) => (n === 0 ? 'Inga träffar' : plural(n, 'träff', 'träffar')),
    channel: 'Hur deltar du?',
    channelMissing: 'Välj om du är på plats eller i Teams.',
    room: 'Vilken session går du till?',
    roomLater: 'Jag bestämmer senare',
    go: 'Anslut',
    going: 'Ansluter…',
    waiting: 'Ingen förbindelse – anslutningen fortsätter så snart förbindelsen är tillbaka.',
    privacyTitle: 'Dina uppgifter',
    privacy:
      'Ditt namn, din organisation, hur du deltar och när du är närvarande sparas i mötets handlingar; arrangören, ordförandena och sekreterarna ser dem. I omröstningar med namn sparas också ditt svar. I opinionsomröstningarna svarar du anonymt.',
    retention: (days: number) => `Namnen raderas ${plural(days, 'dag', 'dagar')} efter mötet.`,
    retentionOpen: 'Arrangören bestämmer när namnen raderas.',
    ownData: 'Du kan ladda ner alla dina uppgifter när du har gått med.',
  },
};

export default sv;
