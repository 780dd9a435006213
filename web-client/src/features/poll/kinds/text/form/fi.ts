import { plural } from '../../../../../words/format';

export default {
  texts: {
    upTo: (n: number) => `Voit antaa enintään ${n} vastausta.`,
    one: 'Vastauksesi',
    label: (n: number) => `Vastaus ${n}`,
    left: (n: number) =>
      n >= 0 ? `${plural(n, 'merkki', 'merkkiä')} jäljellä` : `${plural(-n, 'merkki', 'merkkiä')} liikaa`,
    missing: 'Kirjoita vastaus.',
    tooLong: 'Teksti on liian pitkä.',
    twice: 'Tämä on jo yllä.',
  },
};
