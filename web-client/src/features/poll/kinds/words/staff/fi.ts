import { plural } from '../../../../../words/format';

export default {
  label: 'Sanapilvi',
  help: 'lyhyet sanat',
  asks: (n: number) => `Enintään ${plural(n, 'sana', 'sanaa')}.`,
  task: (most: number) => (most === 1 ? 'Kirjoita yksi sana' : `Kirjoita enintään ${most} sanaa`),
};
