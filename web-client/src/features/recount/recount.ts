import type {
  Ballot,
  BallotBundle,
  ChoiceTally,
  Poll,
  PointsTally,
  RankingTally,
  ScaleTally,
  Tally,
  Thumb,
} from '../poll';

/** The answers of one ballot, as they were published. */
export type Answers = BallotBundle['ballots'][number]['answers'];

/** What a recount can come to. */
export type Recounted = ScaleTally | ChoiceTally | RankingTally | PointsTally | WordsCount | TextCount;

/** All the words, not only those that a cloud shows. */
export interface WordsCount {
  kind: 'WORDS';
  ballots: number;
  /** The most given first, then by the alphabet. `spellings` are the most common ones, several when they tie. */
  words: { word: string; count: number; spellings: string[] }[];
}

/** The texts alone: which are shown, their groups and their support are not on the ballots. */
export interface TextCount {
  kind: 'TEXT';
  ballots: number;
  texts: string[];
}

export const THUMBS: readonly Thumb[] = ['UP', 'SIDEWAYS', 'DOWN'];

/**
 * Counts ballots from their answers alone, in whole numbers throughout. The ballots must be possible ones: see
 * `isPossible` of bundle.ts. A commitment vote is named, so its ballots are never published.
 */
export function recount(poll: Poll, ballots: readonly Answers[]): Recounted {
  switch (poll.kind) {
    case 'SCALE':
      return scale(poll, ballots as Required<Ballot>['scale'][]);
    case 'CHOICE':
      return choice('CHOICE', poll.options.length, ballots as number[][]);
    case 'THUMBS':
      return choice(
        'THUMBS',
        THUMBS.length,
        (ballots as Thumb[][]).map((thumbs) => thumbs.map((thumb) => THUMBS.indexOf(thumb))),
      );
    case 'RANKING':
      return ranking(poll.options.length, ballots as number[][]);
    case 'POINTS':
      return points(poll.options.length, ballots as number[][]);
    case 'WORDS':
      return words(ballots as string[][]);
    case 'TEXT':
      return { kind: 'TEXT', ballots: ballots.length, texts: (ballots as string[][]).flat() };
    case 'COMMITMENT':
      throw new Error('A named vote has no published ballots');
  }
}

function scale(poll: Poll, ballots: readonly (number | null)[][]): ScaleTally {
  const steps = poll.scale?.steps ?? 0;
  const statements = poll.statements.map((_, i) => {
    const counts = Array.from({ length: steps }, () => 0);
    for (const ballot of ballots) {
      const value = ballot[i];
      if (typeof value === 'number') add(counts, value - 1);
    }
    const n = sum(counts);
    const total = sum(counts.map((count, step) => count * (step + 1)));
    return { counts, cantSay: ballots.length - n, n, mean: hundredths(total, n), median: median(counts, n) };
  });
  return { kind: 'SCALE', ballots: ballots.length, statements };
}

function choice(kind: ChoiceTally['kind'], options: number, ballots: readonly number[][]): ChoiceTally {
  const counts = Array.from({ length: options }, () => 0);
  for (const place of ballots.flat()) add(counts, place);
  return { kind, ballots: ballots.length, counts };
}

function ranking(n: number, ballots: readonly number[][]): RankingTally {
  /** Twice the points, since those who share may get halves. */
  const doubled = Array.from({ length: n }, () => 0);
  const first = Array.from({ length: n }, () => 0);
  const ranked = Array.from({ length: n }, () => 0);
  for (const ballot of ballots) {
    // Left out are m options for the points m−1, …, 0: each gets half of m−1.
    const share = n - ballot.length - 1;
    for (let option = 0; option < n; option++) {
      const place = ballot.indexOf(option);
      add(doubled, option, place < 0 ? share : 2 * (n - 1 - place));
      if (place === 0) add(first, option);
      if (place >= 0) add(ranked, option);
    }
  }
  return {
    kind: 'RANKING',
    ballots: ballots.length,
    options: doubled.map((twice, i) => ({ borda: twice / 2, first: first[i] ?? 0, ranked: ranked[i] ?? 0 })),
  };
}

function points(options: number, ballots: readonly number[][]): PointsTally {
  const totals = Array.from({ length: options }, (_, i) => sum(ballots.map((ballot) => ballot[i] ?? 0)));
  return {
    kind: 'POINTS',
    ballots: ballots.length,
    options: totals.map((total) => ({ total, mean: hundredths(total, ballots.length) })),
  };
}

function words(ballots: readonly string[][]): WordsCount {
  const given = new Map<string, Map<string, number>>();
  for (const word of ballots.flat()) {
    const spellings = given.get(folded(word)) ?? new Map<string, number>();
    spellings.set(word, (spellings.get(word) ?? 0) + 1);
    given.set(folded(word), spellings);
  }
  const counted = [...given.values()].map((spellings) => {
    const most = Math.max(...spellings.values());
    const best = [...spellings].filter(([, n]) => n === most).map(([word]) => word);
    best.sort(finnish);
    return { word: best[0] ?? '', count: sum([...spellings.values()]), spellings: best };
  });
  counted.sort((a, b) => b.count - a.count || finnish(a.word, b.word));
  return { kind: 'WORDS', ballots: ballots.length, words: counted };
}

const finnish = new Intl.Collator('fi').compare;

/** Words that differ in case only are the same. */
export const folded = (word: string): string => word.toLowerCase();

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function add(to: number[], place: number, n = 1): void {
  to[place] = (to[place] ?? 0) + n;
}

/** A quotient rounded to two decimals, a half upwards, reckoned in whole numbers; null of nothing. */
function hundredths(total: number, n: number): number | null {
  return n === 0 ? null : Math.floor((200 * total + n) / (2 * n)) / 100;
}

/** The middle answer, or the middle of the two in the middle. */
function median(counts: readonly number[], n: number): number | null {
  if (n === 0) return null;
  const at = (place: number): number => {
    let passed = 0;
    return counts.findIndex((count) => (passed += count) >= place) + 1;
  };
  return (at(Math.floor((n + 1) / 2)) + at(Math.floor(n / 2) + 1)) / 2;
}

/** As many as a cloud shows. */
export const WORDS_SHOWN = 100;

/** The count as a chart draws it; of texts, as the file shows them. */
export function drawn(counted: Recounted, claimed: Tally): Tally {
  if (counted.kind === 'TEXT') return claimed;
  if (counted.kind !== 'WORDS') return counted;
  return {
    kind: 'WORDS',
    ballots: counted.ballots,
    words: counted.words.slice(0, WORDS_SHOWN).map(({ word, count }) => ({ word, count })),
    others: Math.max(0, counted.words.length - WORDS_SHOWN),
  };
}
