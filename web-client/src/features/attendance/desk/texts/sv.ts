import { plural } from '../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  title: 'Närvaro',
  boardTitle: 'Närvarande per kommun och session',
  municipalities: 'kommuner närvarande',
  coverage: (n, of) => `${n}/${of} kommuner`,
  persons: (onSite, teams) => `På plats ${onSite}, i Teams ${teams}`,
  onSite: 'På plats',
  onSiteShort: 'på plats',
  teams: 'I Teams',
  teamsShort: 'i Teams',
  total: 'Totalt',
  municipality: 'Kommun',
  region: 'Ekonomisk region',
  otherRegion: 'Övriga',
  missing: (n) => (n === 0 ? 'Alla kommuner är närvarande' : `${plural(n, 'kommun', 'kommuner')} saknas`),
  nobody: 'Ingen',
  present: 'Närvarande',
  who: 'Kommunerna i sessionen',
  asGrid: 'Rutnät',
  asTable: 'Tabell',
  view: 'Visningssätt',
  missingMunicipalities: 'Kommuner som saknas',
  over: (n) => `Över kvoten på ${plural(n, 'ställe', 'ställen')}`,
  overOf: (where, persons, most) => `${where}: ${persons} personer på plats, kvoten är ${most}`,
  overShort: 'över kvoten',
  noData: 'Inga närvarouppgifter har kommit ännu.',
};

export default sv;
