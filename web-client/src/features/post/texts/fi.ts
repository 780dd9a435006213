import { plural } from '../../../words/format';

const people = (n: number): string => plural(n, 'henkilö', 'henkilöä');
const letters = (n: number): string => plural(n, 'viesti', 'viestiä');

export default {
  title: 'Lähetä linkit sähköpostilla',
  text: 'Jokainen saa kirjeen, jossa on hänen oma linkkinsä.',
  pace: (perMinute: number) =>
    `Viestejä lähtee enintään ${perMinute} minuutissa. Lähetys jatkuu, vaikka suljet tämän sivun.`,
  care: 'Lähettämisestä jää merkintä. Linkillä toimitaan henkilön nimissä, joten tarkista osoitteet ensin.',
  notSetUp: 'Palvelulle ei ole asetettu sähköpostipalvelinta, joten palvelu ei voi lähettää linkkejä itse.',
  instead:
    'Tulosta nimilaput tai kutsukirjeet, tai lataa osoitetiedosto ja lähetä linkit omalla sähköpostiohjelmallasi.',
  unsent: 'Ei vielä lähetetty',
  queued: 'Jonossa',
  sent: 'Lähetetty',
  failed: 'Ei tavoitettu',
  noAddress: 'Ilman sähköpostiosoitetta',
  people,
  send: (n: number) => `Lähetä ${n} henkilölle`,
  again: (n: number) => `Lähetä uudelleen ${n} henkilölle, joita ei tavoitettu`,
  againOne: 'Lähetä uudelleen henkilölle, jota ei tavoitettu',
  stop: 'Keskeytä lähetys',
  stopped: 'Lähetys on keskeytetty. Jo lähteneitä viestejä ei voi perua.',
  ordered: 'Viestit on lisätty jonoon.',
  ask: {
    title: (n: number) => `Lähetetäänkö linkki ${n} henkilölle?`,
    text: (minutes: number) =>
      `Viestit alkavat lähteä heti, ja kaikki ovat matkalla noin ${minutes} minuutissa. Lähtenyttä viestiä ei voi perua, mutta linkin voi vaihtaa.`,
    yes: 'Lähetä',
  },
  sending: (sent: number, all: number) => `Lähetetty ${sent}/${all}`,
  left: (minutes: number) => `Jäljellä noin ${plural(minutes, 'minuutti', 'minuuttia')}.`,
  unreachable:
    'Sähköpostipalvelin ei vastaa tai ei ota viestejä vastaan. Viestit säilyvät jonossa, ja niitä yritetään lähettää vuorokauden ajan. Jos tämä jatkuu, pyydä ylläpitoa tarkistamaan asetukset.',
  retrying: (n: number) =>
    `${letters(n)} odottaa uutta yritystä, koska vastaanottava palvelin pyysi odottamaan.`,
  done: (sent: number) => `Lähetys on valmis: ${letters(sent)} lähetetty.`,
  doneWithFailures: (sent: number, failed: number) =>
    `Lähetys on valmis: ${letters(sent)} lähetetty, ${people(failed)} jäi tavoittamatta.`,
  show: (n: number) => `Näytä, ketkä eivät saaneet viestiä (${n})`,
  hide: 'Piilota luettelo',
  list: 'Ilman viestiä jääneet',
  listed: (n: number, of: number) => `Näytetään ${n}/${of}.`,
  column: { name: 'Nimi', organisation: 'Organisaatio', email: 'Sähköposti', reason: 'Syy' },
  answer: 'Palvelin vastasi:',
  fault: {
    NO_LINK: 'Linkki on mitätöity.',
    NO_ADDRESS: 'Sähköpostiosoite puuttuu.',
    BAD_ADDRESS: 'Osoite on virheellinen, tai siihen ei voi lähettää.',
    REFUSED: 'Palvelin ei ottanut viestiä vastaan. Tarkista osoite.',
    POSTPONED: 'Vastaanottava palvelin pyysi odottamaan koko vuorokauden.',
    UNREACHABLE: 'Sähköpostipalvelimeen ei saatu yhteyttä vuorokauden aikana.',
  },
  one: {
    send: 'Lähetä linkki sähköpostilla',
    title: 'Lähetetäänkö linkki?',
    text: (email: string) => `Linkki lähetetään osoitteeseen ${email}.`,
    yes: 'Lähetä',
    ordered: 'Viesti on lisätty jonoon. Lähetyksen tilan näet henkilöluettelon yläpuolelta.',
  },
};
