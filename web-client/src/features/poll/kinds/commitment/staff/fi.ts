import { plural } from '../../../../../words/format';

export default {
  label: 'Sitoutumis\u00adäänestys',
  help: 'kunnittain, nimellä',
  asks: 'Sitoutuu, sitoutuu varauksin tai ei sitoudu, jokaiseen tavoitteeseen erikseen.',
  task: (n: number) => `Kunta vastaa: ${plural(n, 'tavoite', 'tavoitetta')}`,
};
