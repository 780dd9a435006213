import { plural } from '../../../../words/format';

export default {
  title: 'Läsnäolo',
  boardTitle: 'Läsnä kunnittain ja osioittain',
  municipalities: 'kuntaa paikalla',
  coverage: (n: number, of: number) => `${n}/${of} kuntaa`,
  persons: (onSite: number, teams: number) => `Paikan päällä ${onSite}, Teamsissa ${teams}`,
  onSite: 'Paikan päällä',
  onSiteShort: 'paikan päällä',
  teams: 'Teamsissa',
  teamsShort: 'Teamsissa',
  total: 'Yhteensä',
  municipality: 'Kunta',
  region: 'Seutukunta',
  otherRegion: 'Muut',
  missing: (n: number) =>
    n === 0 ? 'Kaikki kunnat ovat paikalla' : `Puuttuu ${plural(n, 'kunta', 'kuntaa')}`,
  nobody: 'Ei ketään',
  present: 'Paikalla',
  who: 'Kunnat osiossa',
  asGrid: 'Ruudukko',
  asTable: 'Taulukko',
  view: 'Esitystapa',
  missingMunicipalities: 'Puuttuvat kunnat',
  over: (n: number) => `Yli kiintiön ${plural(n, 'kohdassa', 'kohdassa')}`,
  overOf: (where: string, persons: number, most: number) =>
    `${where}: ${persons} henkilöä paikan päällä, kiintiö ${most}`,
  overShort: 'yli kiintiön',
  noData: 'Läsnäolotietoja ei ole vielä saatu.',
};
