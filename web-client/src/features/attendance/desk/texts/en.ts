import { plural } from '../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  title: 'Attendance',
  boardTitle: 'Present by municipality and session',
  municipalities: 'municipalities present',
  coverage: (n, of) => `${n}/${of} municipalities`,
  persons: (onSite, teams) => `On site ${onSite}, in Teams ${teams}`,
  onSite: 'On site',
  onSiteShort: 'on site',
  teams: 'In Teams',
  teamsShort: 'in Teams',
  total: 'Total',
  municipality: 'Municipality',
  region: 'Sub-region',
  otherRegion: 'Others',
  missing: (n) =>
    n === 0 ? 'All municipalities are present' : `${plural(n, 'municipality', 'municipalities')} missing`,
  nobody: 'Nobody',
  present: 'Present',
  who: 'Municipalities in the session',
  asGrid: 'Grid',
  asTable: 'Table',
  view: 'View',
  missingMunicipalities: 'Missing municipalities',
  over: (n) => `Over the quota in ${plural(n, 'place', 'places')}`,
  overOf: (where, persons, most) => `${where}: ${persons} people on site, quota ${most}`,
  overShort: 'over the quota',
  noData: 'No attendance data yet.',
};

export default en;
