import { plural } from '../../../../../words/format';

export default {
  label: 'Avoin vastaus',
  help: 'omin sanoin',
  asks: (n: number) => `Enintään ${plural(n, 'vastaus', 'vastausta')}, 280 merkkiä kukin.`,
  task: (most: number) => (most === 1 ? 'Kirjoita vastauksesi' : `Kirjoita enintään ${most} vastausta`),
};
