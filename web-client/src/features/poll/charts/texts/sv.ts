import choice from '../../kinds/choice/chart/sv';
import scale from '../../kinds/scale/chart/sv';
import ranking from '../../kinds/ranking/chart/sv';
import points from '../../kinds/points/chart/sv';
import text from '../../kinds/text/chart/sv';
import words from '../../kinds/words/chart/sv';
import commitment from '../../kinds/commitment/chart/sv';
import { plural } from '../../../../words/format';
import type fi from './fi';

const municipalities = (n: number): string => plural(n, 'kommun', 'kommuner');

const sv: typeof fi = {
  ...choice,
  ...scale,
  ...ranking,
  ...points,
  ...text,
  ...words,
  ...commitment,
  none: '–',
  loading: 'Diagrammet laddas…',
  failed: 'Diagrammet kunde inte laddas. Ladda om sidan.',
  counted: (n) => `${plural(n, 'svar', 'svar')} medräknade`,
  version: (n) => `version ${n}`,
  outdated: (asked, newest) => `frågan gällde version ${asked}, den senaste är ${newest}`,
  percent: (share) => `${share} %`,
  percentPoints: (change) => `${change} %-enh.`,
  statement: 'Påstående',
  option: 'Alternativ',
  cantSayShort: 'KIS',
  thumbs: { UP: 'Tummen upp', SIDEWAYS: 'Tummen åt sidan', DOWN: 'Tummen ner' },
  points: (n) => `${n} p`,
  answered: 'Har svarat',
  answeredOf: 'kommuner har svarat',
  answeredOfOrganisations: 'organisationer har svarat',
  turnout: (n, of) => `${n}/${of} har svarat`,
  organisation: 'Organisation',
  municipality: 'Kommun',
  goalNumber: (n) => `Mål ${n}`,
  region: 'Ekonomisk region',
  decision: {
    title: 'Beslut',
    line: (name, votes, needed) => `${name} ${votes}, det behövdes ${needed}`,
    quorum: 'Antal som röstat',
    accepted: 'godkänt',
    rejected: 'inte godkänt',
    notEnough: 'fick inte den majoritet som krävs',
    quorate: 'deltagandet räckte till',
    inquorate: 'deltagandet räckte inte till',
    void: 'inget beslut, eftersom deltagandet inte räckte till',
    summary: (n, of) => `${n}/${of} mål godkända`,
    notCarried: (numbers) => `Inte godkända: mål ${numbers}`,
    workings: (n) => `Alla uträkningar (${n})`,
    withReservations: 'De som förbinder sig med förbehåll räknas som förbundna.',
    none: 'Inget alternativ fick den majoritet som krävs',
    plurality: 'fler än något annat alternativ',
    part: { ABSOLUTE: 'över hälften', TWO_THIRDS: '2/3', THREE_QUARTERS: '3/4', FOUR_FIFTHS: '4/5' },
    of: {
      CAST: (n) => `av ${plural(n, 'avgiven röst', 'avgivna röster')}`,
      PRESENT: (n) => `av ${plural(n, 'närvarande röstberättigad', 'närvarande röstberättigade')}`,
      ENTITLED: (n) => `av alla ${plural(n, 'röstberättigad', 'röstberättigade')}`,
      ALL_ORGANISATIONS: (n) => `av alla ${municipalities(n)}`,
    },
    all: {
      CAST: (n) => `alla ${plural(n, 'avgiven röst', 'avgivna röster')}`,
      PRESENT: (n) => `alla ${plural(n, 'närvarande röstberättigad', 'närvarande röstberättigade')}`,
      ENTITLED: (n) => `alla ${plural(n, 'röstberättigad', 'röstberättigade')}`,
      ALL_ORGANISATIONS: (n) => `alla ${municipalities(n)}`,
    },
  },
  counts: {
    title: 'Per person och per kommun',
    hint: 'I kommunernas siffror väger varje kommun lika mycket.',
    persons: 'Personer',
    municipalities: 'Kommuner',
    from: (n) => `Svar från ${municipalities(n)}.`,
    divided: (n) => `${municipalities(n)} delade sig jämnt.`,
  },
  measure: {
    mean: 'Medelvärde',
    share: 'Andel av svaren',
    borda: 'Poäng per svar',
    points: 'Poäng i medeltal',
    commits: 'Andel som förbinder sig, även med förbehåll',
  },
  shift: {
    title: (before, after) => `Förändring: omgång ${before} → omgång ${after}`,
    round: (n) => `Omgång ${n}`,
    change: 'Förändring',
    from: (before, after) => `${before} → ${after}`,
  },
};

export default sv;
