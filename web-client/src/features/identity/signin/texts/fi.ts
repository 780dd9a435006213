import { atTime, date } from '../../../../words/format';

const when = (instant: string): string => `${date(instant)} ${atTime(instant)}`;

export default {
  title: 'Kirjaudu',
  provider: 'Kirjaudu organisaation tunnuksella',
  providerText: 'Järjestäjät, puheenjohtajat ja sihteerit kirjautuvat organisaationsa tunnuksella.',
  noProvider:
    'Järjestäjät, puheenjohtajat ja sihteerit tarvitsevat linkin. Pyydä se tilaisuuden järjestäjältä.',
  link: 'Kirjautumislinkki',
  linkText: 'Linkki toimii kerran. Se on käytetty vasta, kun painat painiketta.',
  useLink: 'Kirjaudu sisään',
  working: 'Kirjaudutaan…',
  failed: 'Kirjautuminen ei onnistunut',
  noAnswer: 'Palvelin ei vastaa. Tarkista verkkoyhteys ja yritä uudelleen.',
  newLink: 'Järjestäjä luo uuden linkin henkilöluettelossa.',
  again: 'Aloita alusta',
  choose: 'Mihin tilaisuuteen?',
  toStart: 'Liity koodilla',
  sessions: 'Omat istunnot',
  sessionsText: 'Näissä selaimissa olet kirjautuneena tähän tilaisuuteen.',
  whose: 'Minkä tilaisuuden istunnot?',
  noParticipants: 'Tällä laitteella ei ole kirjauduttu mihinkään tilaisuuteen.',
  current: 'Tämä selain',
  unknownDevice: 'Tuntematon selain',
  madeBy: {
    CODE: 'Liitytty koodilla',
    LINK: 'Avattu henkilökohtaisella linkillä',
    ONE_TIME_LINK: 'Kirjauduttu kertakäyttöisellä linkillä',
    PROVIDER: 'Kirjauduttu organisaation tunnuksella',
  },
  madeAt: (instant: string) => `Alkoi ${when(instant)}`,
  seenAt: (instant: string) => `Käytetty viimeksi ${when(instant)}`,
  until: (instant: string) => `Voimassa ${when(instant)} asti`,
  endHere: 'Kirjaudu ulos tästä selaimesta',
  end: 'Kirjaa ulos',
  endNamed: (device: string) => `Kirjaa ulos: ${device}`,
  ended: 'Selain on kirjattu ulos, ja siinä avoinna ollut sivu on suljettu.',
  endAll: 'Kirjaudu ulos kaikkialta',
  endAllAsk: 'Kirjaudutaanko ulos kaikista selaimista?',
  endAllText:
    'Kaikki avoinna olevat sivut suljetaan heti, myös tämä. Henkilökohtainen linkkisi ei muutu: jos joku muu on saanut sen, pyydä järjestäjää vaihtamaan se.',
  oneTime: 'Kertakäyttöinen kirjautumislinkki',
  oneTimeText: 'Linkki kirjaa henkilön sisään kerran. Uusi linkki korvaa aiemman, jota ei ole käytetty.',
  makeLink: 'Luo kirjautumislinkki',
  linkMade: (instant: string) => `Linkki on luotu. Se on voimassa ${when(instant)} asti.`,
};
