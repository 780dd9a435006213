import { plural } from '../../../../words/format';

export default {
  open: 'Vastaa nyt puhelimella',
  round: (n: number) => `${n}. kierros`,
  left: 'Aikaa jäljellä',
  timeUp: 'Aika päättyi',
  voted: 'äänestänyt',
  organisationsVoted: 'organisaatiota vastannut',
  municipalitiesVoted: 'kuntaa vastannut',
  turnout: (n: number, of: number) => `${n} / ${of}`,
  withheld: 'Tulos näkyy, kun vastauksia on riittävästi.',
  anonymous: 'Vastaukset ovat nimettömiä',
  named: 'Vastaukset näkyvät nimellä',
  scale: (steps: number, low: string, high: string) => `Asteikko 1–${steps}: 1 ${low}, ${steps} ${high}`,
  one: 'Valitse yksi vaihtoehto',
  several: (most: number) => `Valitse enintään ${most} vaihtoehtoa`,
  thumbs: 'Näytä peukkua',
  ranking: 'Aseta vaihtoehdot paremmuusjärjestykseen',
  points: 'Jaa 100 pistettä vaihtoehdoille',
  texts: (most: number) => (most === 1 ? 'Kirjoita vastauksesi' : `Kirjoita enintään ${most} vastausta`),
  words: (most: number) => (most === 1 ? 'Kirjoita yksi sana' : `Kirjoita enintään ${most} sanaa`),
  commitment: (n: number) => `Kunta vastaa: ${plural(n, 'tavoite', 'tavoitetta')}`,
};
