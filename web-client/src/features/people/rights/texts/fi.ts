export default {
  waiting: 'Odotat äänioikeutta',
  waitingText:
    'Olet mukana ja läsnä. Puheenjohtaja tai sihteeri vahvistaa äänioikeutesi. Kyselyt avautuvat sinulle heti sen jälkeen.',
  observer: 'Olet mukana tarkkailijana',
  observerText: 'Näet kaiken minkä muutkin, mutta et vastaa kyselyihin.',
  admitted: 'Sinulla on nyt äänioikeus.',
  substituted: (name: string) => `${name} on nyt sijallasi`,
  substitutedText: 'Äänioikeutesi on varaedustajalla, kunnes hän luovuttaa paikan takaisin.',
  deputy: (name: string) => `Olet varaedustaja. Varsinainen edustaja: ${name}`,
  deputyText: 'Kun otat paikan, äänioikeus siirtyy sinulle, ja varsinainen edustaja ei voi äänestää.',
  take: 'Otan paikan',
  active: (name: string) => `Sinulla on nyt paikka, jonka varsinainen edustaja on ${name}`,
  activeText: 'Äänestät varsinaisen edustajan sijasta. Molemmat kirjataan muistioon.',
  give: 'Luovutan paikan takaisin',
};
