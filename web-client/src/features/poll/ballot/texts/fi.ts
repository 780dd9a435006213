import choice from '../../kinds/choice/form/fi';
import scale from '../../kinds/scale/form/fi';
import thumbs from '../../kinds/thumbs/form/fi';
import ranking from '../../kinds/ranking/form/fi';
import points from '../../kinds/points/form/fi';
import text from '../../kinds/text/form/fi';
import words from '../../kinds/words/form/fi';
import commitment from '../../kinds/commitment/form/fi';
import { plural } from '../../../../words/format';

/** A time that may be unknown. */
const when = (at: string): string => at && ` ${at}`;

export default {
  ...choice,
  ...scale,
  ...thumbs,
  ...ranking,
  ...points,
  ...text,
  ...words,
  ...commitment,
  secrecy: {
    anonymous: 'Vastaat nimettömänä. Kukaan ei näe, mitä sinä vastasit.',
    named: (name: string) =>
      `Vastaat nimelläsi: ${name}. Nimesi ja vastauksesi näkevät kaikki, joille kyselyn tulos näytetään.`,
    changeable: 'Voit muuttaa vastauksiasi, kunnes kysely suljetaan.',
    more: 'Mitä tuloksista julkaistaan',
    grouped: (groups: string) => `Vastaukset lasketaan myös ${groups}. Pienten ryhmien tuloksia ei näytetä.`,
    groups: {
      MUNICIPALITY: 'kunnittain',
      ORGANISATION_KIND: 'organisaation tyypin mukaan',
      SUB_REGION: 'seutukunnittain',
      CHANNEL: 'osallistumistavan mukaan',
    },
    published:
      'Kun tulos näytetään, vastaukset julkaistaan ilman nimiä. Jokaisessa on tunnus, jonka vain vastaajan oma puhelin tunnistaa.',
    texts: 'Muut näkevät tekstisi. Älä kirjoita siihen mitään, mistä sinut tunnistaa.',
    moderated: 'Teksti näkyy muille, kun puheenjohtaja tai sihteeri on hyväksynyt sen.',
  },
  /** For whom a representative answers. */
  body: {
    municipality: {
      about: (name: string) => `Vastaat kuntasi puolesta: ${name}.`,
      rule: 'Jokainen kunta antaa yhden vastauksen, ja myöhempi korvaa aiemman.',
      named: 'Vastaus ja vastaajan nimi kirjataan muistioon.',
      secret:
        'Kukaan ei näe, mitä kunta vastasi; vain se näkyy, että kunta on vastannut ja kuka sen puolesta vastasi.',
      answer: 'Kunnan vastaus',
      reservation: 'Mitä varauksia kunnalla on?',
      missing: 'Valitse kunnan vastaus.',
      send: 'Lähetä kunnan vastaus',
      saved: (at: string) => `Kunnan vastaus on tallennettu${when(at)}`,
      newer: (name: string, at: string) =>
        `${name} lähetti kuntanne vastauksen${when(at)}. Lomakettasi ei ole muutettu.`,
      overtaken: (name: string, at: string) =>
        `Vastauksesi ei ole voimassa, koska ${name} ehti lähettää kuntanne vastauksen${when(at)}.`,
      replaced: (name: string, at: string) =>
        `${name} lähetti kuntanne vastauksen${when(at)}. Se korvasi sinun vastauksesi.`,
      onlyThese: 'Tässä kyselyssä vastaavat kunnat, yksi vastaus kuntaa kohti.',
      answeredBy: (n: number, of: number) => `Vastannut ${n}/${of} kuntaa`,
      whoAnswered: 'Vastanneet kunnat',
      notEntitled: 'Et voi nyt vastata kuntasi puolesta.',
      closedNone: 'Kuntanne ei vastannut tähän kyselyyn.',
      remark: 'Kuntanne vastaus on muuttunut – katso lomakkeen loppua.',
    },
    organisation: {
      about: (name: string) => `Vastaat organisaatiosi puolesta: ${name}.`,
      rule: 'Jokainen organisaatio antaa yhden vastauksen, ja myöhempi korvaa aiemman.',
      named: 'Vastaus ja vastaajan nimi kirjataan muistioon.',
      secret:
        'Kukaan ei näe, mitä organisaatio vastasi; vain se näkyy, että se on vastannut ja kuka sen puolesta vastasi.',
      answer: 'Organisaation vastaus',
      reservation: 'Mitä varauksia organisaatiolla on?',
      missing: 'Valitse organisaation vastaus.',
      send: 'Lähetä organisaation vastaus',
      saved: (at: string) => `Organisaation vastaus on tallennettu${when(at)}`,
      newer: (name: string, at: string) =>
        `${name} lähetti organisaationne vastauksen${when(at)}. Lomakettasi ei ole muutettu.`,
      overtaken: (name: string, at: string) =>
        `Vastauksesi ei ole voimassa, koska ${name} ehti lähettää organisaationne vastauksen${when(at)}.`,
      replaced: (name: string, at: string) =>
        `${name} lähetti organisaationne vastauksen${when(at)}. Se korvasi sinun vastauksesi.`,
      onlyThese: 'Tässä kyselyssä vastaavat valittujen ryhmien organisaatiot, yksi vastaus kukin.',
      answeredBy: (n: number, of: number) => `Vastannut ${n}/${of} organisaatiota`,
      whoAnswered: 'Vastanneet organisaatiot',
      notEntitled: 'Et voi nyt vastata organisaatiosi puolesta.',
      closedNone: 'Organisaationne ei vastannut tähän kyselyyn.',
      remark: 'Organisaationne vastaus on muuttunut – katso lomakkeen loppua.',
    },
  },
  elsewhere: {
    newer: (at: string) => `Vastasit toisella laitteella${when(at)}. Lomakettasi ei ole muutettu.`,
    overtaken: (at: string) =>
      `Nämä vastaukset eivät ole voimassa, koska vastasit toisella laitteella${when(at)}.`,
    remark: 'Vastasit toisella laitteella – katso lomakkeen loppua.',
  },
  colleague: 'Toinen edustajanne',
  given: (organisation: string) => `${organisation} on vastannut`,
  secretAnswer: 'Vastaus on salainen, eikä sitä näytetä edes oman organisaation edustajille.',
  change: 'Muuta vastausta',
  cancelChange: 'Peru muutos',
  useTheirs: 'Käytä lähetettyä vastausta',
  keepMine: 'Jatka omaani',
  standing: 'Voimassa oleva vastaus',
  allAnswers: (n: number) => `Näytä kaikki ${n} vastausta`,
  absent: 'Et ole nyt läsnä, joten et voi äänestää.',
  inRoom: (room: string) => `Tähän kyselyyn vastaavat ne, jotka ovat osiossa ${room}.`,
  noRight: 'Sinulla ei ole nyt äänioikeutta.',
  notInGroups: 'Tähän kyselyyn vastaavat vain tietyt ryhmät, etkä kuulu niihin.',
  votedElsewhere:
    'Olet jo äänestänyt tässä kyselyssä toisella selaimella. Vastauksia voi muuttaa vain siinä selaimessa.',
  earlier: {
    offer:
      'Vastasit edellisellä kierroksella. Voit aloittaa niistä vastauksista ja muuttaa niitä ennen lähettämistä.',
    use: 'Aloita edellisistä vastauksistani',
    used: 'Edellisen kierroksen vastauksesi ovat lomakkeella. Niitä ei ole vielä lähetetty.',
  },
  time: {
    left: 'Aikaa jäljellä',
    leftSaid: (time: string) => `Aikaa jäljellä ${time}.`,
    minutes: (n: number) => plural(n, 'minuutti', 'minuuttia'),
    seconds: (n: number) => plural(n, 'sekunti', 'sekuntia'),
    longer: 'Lisäaikaa annettiin.',
    shorter: 'Kysely sulkeutuu aiemmin kuin oli ilmoitettu.',
    set: 'Kysely sulkeutuu itsestään.',
    lifted: 'Aikaraja poistettiin. Puheenjohtaja sulkee kyselyn.',
    closing: 'Kysely sulkeutuu nyt…',
    hurry: (time: string) => `Aikaa on enää ${time}. Lähetä vastauksesi!`,
    hurrySaid: 'Vastaustasi ei ole vielä lähetetty.',
  },
  send: 'Lähetä vastaus',
  sendAll: 'Lähetä vastaukset',
  sendChange: 'Lähetä muutos',
  notSent: 'Ei vielä lähetetty',
  changeNotSent: 'Muutosta ei ole vielä lähetetty',
  sending: 'Lähetetään…',
  waiting: 'Ei yhteyttä – äänesi odottaa lähetystä',
  waitingHelp: 'Se lähetetään heti, kun yhteys palaa. Pidä tämä sivu auki.',
  saved: (at: string) => `Äänesi on tallennettu${when(at)}`,
  refused: 'Vastauksiasi ei tallennettu.',
  refusedKept: (at: string) => `Muutosta ei tallennettu. Voimassa ovat ${at} tallennetut vastauksesi.`,
  tooLate: 'Kysely suljettiin, ennen kuin vastauksesi ehtivät perille. Niitä ei laskettu mukaan.',
  tooLateKept: (at: string) =>
    `Kysely suljettiin, ennen kuin muutos ehti perille. Voimassa ovat ${at} tallennetut vastauksesi.`,
  closedUnsent: 'Kysely suljettiin, ennen kuin lähetit vastauksesi. Niitä ei laskettu mukaan.',
  closedNoVote: 'Et vastannut tähän kyselyyn.',
  closedSaved: (at: string) => `Vastasit ${at}. Kiitos!`,
  closedVoted: 'Vastasit tähän kyselyyn. Kiitos!',
  resultsLater: 'Puheenjohtaja näyttää tulokset, kun niitä käsitellään.',
  missing: 'Valitse tähän vastaus.',
  answered: (n: number, of: number) => `Vastattu ${n}/${of}`,
  written: (n: number, of: number) => `Kirjoitettu ${n}/${of}`,
  receipt: {
    check: 'Tarkista, että vastauksesi on laskennassa',
    checking: 'Tarkistetaan, että vastauksesi on laskennassa…',
    found: 'Vastauksesi on laskennassa',
    code: 'Vastauksesi tunnus',
    codeHelp: 'Tämä puhelin laski tunnuksen itse ja löysi sen julkaistuista vastauksista.',
    show: 'Näytä oma vastaukseni',
    hide: 'Piilota oma vastaukseni',
    published: 'Tunnuksellasi julkaistu vastaus',
    missing: 'Vastaustasi ei ole julkaistuissa vastauksissa.',
    different: 'Tunnuksellasi on julkaistu eri vastaus kuin se, jonka palvelin kuittasi tälle puhelimelle.',
    tell: 'Kerro siitä puheenjohtajalle ja näytä tämä tunnus. Tulos pitää tarkistaa.',
    tellIf:
      'Jos kukaan organisaatiostasi ei vastannut sinun jälkeesi, kerro siitä puheenjohtajalle ja näytä tämä tunnus.',
    sent: (at: string) => `Puhelimesi muistaa vastauksen, jonka palvelin tallensi ${at}:`,
    file: 'Lataa julkaistut vastaukset',
    recount: 'Laske äänet itse uudelleen',
    failed: 'Julkaistuja vastauksia ei saatu. Yritä uudelleen.',
  },
  upvote: {
    support: 'Kannata',
    label: (text: string, n: number) => `Kannata: ${text}. ${plural(n, 'kannatus', 'kannatusta')}.`,
  },
};
