import choice from '../../kinds/choice/chart/en';
import scale from '../../kinds/scale/chart/en';
import ranking from '../../kinds/ranking/chart/en';
import points from '../../kinds/points/chart/en';
import text from '../../kinds/text/chart/en';
import words from '../../kinds/words/chart/en';
import commitment from '../../kinds/commitment/chart/en';
import { plural } from '../../../../words/format';
import type fi from './fi';

const municipalities = (n: number): string => plural(n, 'municipality', 'municipalities');

const en: typeof fi = {
  ...choice,
  ...scale,
  ...ranking,
  ...points,
  ...text,
  ...words,
  ...commitment,
  none: '–',
  loading: 'Loading the chart…',
  failed: 'The chart could not be loaded. Please reload the page.',
  counted: (n) => `${plural(n, 'answer', 'answers')} counted so far`,
  version: (n) => `version ${n}`,
  outdated: (asked, newest) => `asked about version ${asked}, the newest is ${newest}`,
  percent: (share) => `${share}%`,
  percentPoints: (change) => `${change} pp`,
  statement: 'Statement',
  option: 'Option',
  cantSayShort: 'N/A',
  thumbs: { UP: 'Thumbs up', SIDEWAYS: 'Thumbs sideways', DOWN: 'Thumbs down' },
  points: (n) => `${n} pts`,
  answered: 'Has answered',
  answeredOf: 'municipalities have answered',
  answeredOfOrganisations: 'organisations have answered',
  turnout: (n, of) => `${n}/${of} have answered`,
  organisation: 'Organisation',
  municipality: 'Municipality',
  goalNumber: (n) => `Goal ${n}`,
  region: 'Sub-region',
  decision: {
    title: 'Decision',
    line: (name, votes, needed) => `${name} ${votes}, needed ${needed}`,
    quorum: 'Voted',
    accepted: 'carried',
    rejected: 'not carried',
    notEnough: 'did not reach the required majority',
    quorate: 'quorum reached',
    inquorate: 'quorum not reached',
    void: 'no decision, as the quorum was not reached',
    summary: (n, of) => `${n}/${of} goals carried`,
    notCarried: (numbers) => `Not carried: goals ${numbers}`,
    workings: (n) => `All the workings (${n})`,
    withReservations: 'Those who commit with a reservation count as committed.',
    none: 'No option reached the required majority',
    plurality: 'more than any other option',
    part: { ABSOLUTE: 'more than half', TWO_THIRDS: '2/3', THREE_QUARTERS: '3/4', FOUR_FIFTHS: '4/5' },
    of: {
      CAST: (n) => `of ${plural(n, 'vote cast', 'votes cast')}`,
      PRESENT: (n) => `of the ${n} entitled and present`,
      ENTITLED: (n) => `of all ${n} entitled`,
      ALL_ORGANISATIONS: (n) => `of all ${municipalities(n)}`,
    },
    all: {
      CAST: (n) => `all of ${plural(n, 'vote cast', 'votes cast')}`,
      PRESENT: (n) => `all of the ${n} entitled and present`,
      ENTITLED: (n) => `all ${n} entitled`,
      ALL_ORGANISATIONS: (n) => `all ${municipalities(n)}`,
    },
  },
  counts: {
    title: 'By person and by municipality',
    hint: 'In the municipalities’ figures every municipality weighs the same.',
    persons: 'Persons',
    municipalities: 'Municipalities',
    from: (n) => `Answers from ${municipalities(n)}.`,
    divided: (n) => `${municipalities(n)} split evenly.`,
  },
  measure: {
    mean: 'Mean',
    share: 'Share of answers',
    borda: 'Points per answer',
    points: 'Points on average',
    commits: 'Share that commits, reservations included',
  },
  shift: {
    title: (before, after) => `Change: round ${before} → round ${after}`,
    round: (n) => `Round ${n}`,
    change: 'Change',
    from: (before, after) => `${before} → ${after}`,
  },
};

export default en;
