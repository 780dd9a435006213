import { plural } from '../../../../words/format';

export default {
  start: {
    title: 'Liity tilaisuuteen',
    code: 'Tilaisuuden koodi',
    codeHint: 'Kuusi kirjainta tai numeroa. Koodi näkyy näytöllä ja kutsussa.',
    badCode: 'Koodissa on kuusi kirjainta tai numeroa.',
    go: 'Jatka',
    known: 'Tällä laitteella olet jo mukana',
    continueAs: (name: string) => `Jatka nimellä ${name}`,
    sessions: 'Istunnot',
    staff: 'Järjestäjät, puheenjohtajat ja sihteerit',
    signIn: 'Kirjaudu organisaation tunnuksella',
  },
  join: {
    title: 'Liity tilaisuuteen',
    noMeeting: 'Tällä koodilla ei löydy tilaisuutta',
    noMeetingHelp: (code: string) => `Tarkista koodi ${code} näytöltä tai kutsusta.`,
    otherCode: 'Anna toinen koodi',
    known: (name: string) => `Olet jo liittynyt nimellä ${name}.`,
    asSomeoneElse: 'Liity toisena henkilönä',
    name: 'Etunimi ja sukunimi',
    nameMissing: 'Kirjoita nimesi.',
    organisation: 'Kunta tai muu organisaatio',
    organisationHint: 'Kirjoita alku ja valitse listasta.',
    organisationMissing: 'Valitse organisaatio listasta.',
    matches: (n: number) => (n === 0 ? 'Ei osumia' : plural(n, 'osuma', 'osumaa')),
    channel: 'Miten osallistut?',
    channelMissing: 'Valitse, oletko paikan päällä vai Teamsissa.',
    room: 'Mihin osioon menet?',
    roomLater: 'Päätän myöhemmin',
    go: 'Liity',
    going: 'Liitytään…',
    waiting: 'Ei yhteyttä – liittyminen jatkuu heti, kun yhteys palaa.',
    privacyTitle: 'Tietosi',
    privacy:
      'Nimesi, organisaatiosi, osallistumistapasi ja läsnäoloaikasi kirjataan tilaisuuden tietoihin; ne näkevät järjestäjä, puheenjohtajat ja sihteerit. Nimellisissä äänestyksissä myös vastauksesi kirjataan. Mielipidekyselyissä vastaat nimettömänä.',
    retention: (days: number) =>
      `Nimet poistetaan ${plural(days, 'päivän', 'päivän')} kuluttua tilaisuudesta.`,
    retentionOpen: 'Järjestäjä päättää, milloin nimet poistetaan.',
    ownData: 'Voit ladata kaikki omat tietosi, kun olet liittynyt.',
  },
};
