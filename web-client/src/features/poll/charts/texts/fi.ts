import { plural } from '../../../../words/format';

const municipalities = (n: number): string => plural(n, 'kunta', 'kuntaa');

export default {
  asTable: 'Luvut taulukkona',
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
  goal: 'Tavoite',
  option: 'Vaihtoehto',
  share: 'Osuus',
  mean: 'Keskiarvo',
  median: 'Mediaani',
  answers: 'Vastauksia',
  cantSay: 'En osaa sanoa',
  cantSayShort: 'EOS',
  scaleTable: 'Vastausten jakauma väittämittäin',
  /** One statement's bars for those who do not see them. */
  distribution: (counts: string, cantSay: number) =>
    `Vastausten jakauma. ${counts}. En osaa sanoa: ${cantSay}.`,
  stepCount: (step: number, count: number) => `Arvo ${step}: ${count}`,

  votes: 'Ääniä',
  votesFor: (n: number) => plural(n, 'ääni', 'ääntä'),
  choiceTable: 'Äänet vaihtoehdoittain',
  /** Several could be chosen: shares do not add up to a hundred. */
  shareOfVoters: 'Osuus vastanneista. Vastaaja sai valita useita.',
  thumbs: { UP: 'Peukku ylös', SIDEWAYS: 'Peukku sivulle', DOWN: 'Peukku alas' },
  borda: 'Pisteitä',
  firsts: 'Ensisijaisia',
  firstOf: (n: number) => `ensimmäisenä ${n}`,
  ranked: 'Sijoittanut',
  rankingTable: 'Sijoitukset vaihtoehdoittain',
  rankingHint: (most: number) =>
    `Ensimmäinen sija antaa ${plural(most, 'pisteen', 'pistettä')}, viimeinen 0.`,
  pointsMean: 'Pisteitä keskimäärin',
  pointsTotal: 'Pisteitä yhteensä',
  pointsTable: 'Sadan pisteen jako vaihtoehdoittain',
  points: (n: string) => `${n} p.`,

  noTexts: 'Vastauksia ei ole vielä.',
  otherTexts: 'Ryhmittelemättä',
  waiting: (n: number) => `${plural(n, 'vastaus', 'vastausta')} odottaa tarkistusta`,
  entryState: { WAITING: 'Odottaa tarkistusta', HIDDEN: 'Piilotettu' },
  upvotes: (n: number) => plural(n, 'kannatus', 'kannatusta'),
  page: (n: number, of: number) => `${n}/${of}`,
  pause: 'Pysäytä vaihtuminen',
  proceed: 'Jatka vaihtumista',

  cloud: (words: string) => `Sanapilvi. Useimmin mainitut: ${words}.`,
  cloudEmpty: 'Sanoja ei ole vielä.',
  word: 'Sana',
  mentions: 'Mainintoja',
  wordsTable: 'Sanat yleisimmästä alkaen',
  moreWords: (n: number) => `ja ${plural(n, 'muu sana', 'muuta sanaa')}`,

  commits: 'Sitoutuu',
  reservation: 'Sitoutuu varauksin',
  declines: 'Ei sitoudu',
  answered: 'Vastannut',
  missing: 'Ei vastausta',
  /** A municipality's answers to all goals together. */
  overall: {
    COMMITS: 'Sitoutuu kaikkiin',
    RESERVATION: 'Sitoutuu kaikkiin, varauksia',
    DECLINES: 'Ei sitoudu kaikkiin',
  },
  overallTitle: 'Kokonaisuus',
  answeredOf: 'kuntaa vastannut',
  answeredOfOrganisations: 'organisaatiota vastannut',
  turnout: (n: number, of: number) => `Vastannut ${n}/${of}`,
  organisation: 'Organisaatio',
  municipality: 'Kunta',
  reservations: 'Varaukset',
  goals: 'Tavoitteet',
  byMunicipality: 'Vastaukset kunnittain',
  goalTable: 'Vastaukset tavoitteittain',
  commitmentTable: 'Vastaukset kunnittain ja tavoitteittain',
  goalNumber: (n: number) => `Tavoite ${n}`,
  region: 'Seutukunta',
  otherRegion: 'Muut',

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
