import choice from '../../kinds/choice/chart/fi';
import scale from '../../kinds/scale/chart/fi';
import ranking from '../../kinds/ranking/chart/fi';
import points from '../../kinds/points/chart/fi';
import text from '../../kinds/text/chart/fi';
import words from '../../kinds/words/chart/fi';
import commitment from '../../kinds/commitment/chart/fi';
import { plural } from '../../../../words/format';

const municipalities = (n: number): string => plural(n, 'kunta', 'kuntaa');

export default {
  ...choice,
  ...scale,
  ...ranking,
  ...points,
  ...text,
  ...words,
  ...commitment,
  none: '–',
  loading: 'Ladataan kuvaajaa…',
  failed: 'Kuvaajaa ei saatu ladattua. Päivitä sivu.',
  /** How many answers the live tally counts, when more have voted. */
  counted: (n: number) => `Mukana ${plural(n, 'vastaus', 'vastausta')}`,
  version: (n: number) => `versio ${n}`,
  outdated: (asked: number, newest: number) => `kysyttiin versiosta ${asked}, uusin on ${newest}`,
  percent: (share: string) => `${share} %`,
  percentPoints: (change: string) => `${change} %-yks.`,
  statement: 'Väittämä',
  option: 'Vaihtoehto',
  cantSayShort: 'EOS',
  thumbs: { UP: 'Peukku ylös', SIDEWAYS: 'Peukku sivulle', DOWN: 'Peukku alas' },
  points: (n: string) => `${n} p.`,
  answered: 'Vastannut',
  answeredOf: 'kuntaa vastannut',
  answeredOfOrganisations: 'organisaatiota vastannut',
  turnout: (n: number, of: number) => `Vastannut ${n}/${of}`,
  organisation: 'Organisaatio',
  municipality: 'Kunta',
  goalNumber: (n: number) => `Tavoite ${n}`,
  region: 'Seutukunta',
  decision: {
    title: 'Päätös',
    line: (name: string, votes: number, needed: number) => `${name} ${votes}, tarvittiin ${needed}`,
    quorum: 'Äänestäneitä',
    accepted: 'hyväksytty',
    rejected: 'ei hyväksytty',
    notEnough: 'ei saanut vaadittua enemmistöä',
    quorate: 'osanotto riitti',
    inquorate: 'osanotto ei riittänyt',
    void: 'ei päätöstä, koska osanotto ei riittänyt',
    summary: (n: number, of: number) => `Hyväksytty ${n}/${of} tavoitetta`,
    notCarried: (numbers: string) => `Ei hyväksytty: tavoitteet ${numbers}`,
    workings: (n: number) => `Kaikki laskelmat (${n})`,
    withReservations: 'Varauksin sitoutuneet lasketaan sitoutuneiksi.',
    none: 'Mikään vaihtoehto ei saanut vaadittua enemmistöä',
    plurality: 'enemmän kuin mikään muu vaihtoehto',
    part: { ABSOLUTE: 'yli puolet', TWO_THIRDS: '2/3', THREE_QUARTERS: '3/4', FOUR_FIFTHS: '4/5' },
    of: {
      CAST: (n: number) => `annetuista ${n} äänestä`,
      PRESENT: (n: number) => `läsnä olevista ${n} äänioikeutetusta`,
      ENTITLED: (n: number) => `kaikista ${n} äänioikeutetusta`,
      ALL_ORGANISATIONS: (n: number) => `kaikista ${n} kunnasta`,
    },
    all: {
      CAST: (n: number) => `kaikki annetut ${n} ääntä`,
      PRESENT: (n: number) => `kaikki läsnä olevat ${n} äänioikeutettua`,
      ENTITLED: (n: number) => `kaikki ${n} äänioikeutettua`,
      ALL_ORGANISATIONS: (n: number) => `kaikki ${n} kuntaa`,
    },
  },
  counts: {
    title: 'Henkilöittäin ja kunnittain',
    hint: 'Kuntien luvussa jokaisella kunnalla on sama paino.',
    persons: 'Henkilöt',
    municipalities: 'Kunnat',
    from: (n: number) => `Vastauksia ${n === 1 ? 'yhdestä kunnasta' : `${n} kunnasta`}.`,
    divided: (n: number) => `${municipalities(n)} jakautui tasan.`,
  },
  /** What one number per question is. */
  measure: {
    mean: 'Keskiarvo',
    share: 'Osuus vastauksista',
    borda: 'Pisteitä vastausta kohti',
    points: 'Pisteitä keskimäärin',
    commits: 'Sitoutuneiden osuus, varaukset mukana',
  },
  shift: {
    title: (before: number, after: number) => `Muutos: kierros ${before} → kierros ${after}`,
    round: (n: number) => `Kierros ${n}`,
    change: 'Muutos',
    from: (before: string, after: string) => `${before} → ${after}`,
  },
};
