import { atTime } from '../../../../words/format';

export default {
  join: 'Liity mukaan',
  code: 'Koodi',
  next: 'Seuraavaksi',
  now: 'Nyt',
  nothingNow: 'Jatkamme pian',
  rooms: 'Rinnakkaiset osiot',
  ended: 'Kiitos osallistumisesta!',
  roomEnded: 'Osio on päättynyt',
  returnTo: 'Jatkamme plenaarissa.',
  waitsFor: (instant: string) => `Alkaa ${atTime(instant)}`,
  lost: 'Yhteys poikki',
  full: 'Koko näyttö',
  clock: 'Kello',
  coverage: (n: number, of: number) => `${n}/${of} kuntaa`,
  persons: (onSite: number, teams: number) => `Paikan päällä ${onSite}, Teamsissa ${teams}`,
  between: 'Ei käynnissä olevaa asiakohtaa',
  starts: (instant: string) => `Alkaa ${atTime(instant)}`,
  endedAt: (instant: string) => `Päättyi ${atTime(instant)}`,
};
