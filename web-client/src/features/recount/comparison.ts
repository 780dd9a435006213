import type { Tally, TextTally, WordsTally } from '../poll';
import { folded, WORDS_SHOWN, type Recounted, type TextCount, type WordsCount } from './recount';

/** One number of the tally that the file claims and of the recount, by its path in the tally. */
export interface Checked {
  path: (string | number)[];
  claimed: unknown;
  counted: unknown;
  same: boolean;
}

/** Lays the two counts side by side, number by number. */
export function compare(claimed: Tally, counted: Recounted): Checked[] {
  if (claimed.kind === 'TEXT' && counted.kind === 'TEXT') return compareTexts(claimed, counted);
  if (claimed.kind === 'WORDS' && counted.kind === 'WORDS') return compareWords(claimed, counted);
  return leaves(claimed, counted);
}

/** Which texts are shown is the chair's doing; but each of them must be on a ballot. */
function compareTexts(claimed: TextTally, { ballots, texts }: TextCount): Checked[] {
  const written = new Set(texts);
  return [
    ...leaves({ ballots: claimed.ballots }, { ballots }),
    ...claimed.entries.map(({ text }, i) => {
      const found = written.has(text);
      return { path: ['entries', i, 'text'], claimed: text, counted: found ? text : undefined, same: found };
    }),
  ];
}

/** Alphabets sort punctuation in different ways, so words that were given equally often may stand in any order. */
function compareWords(claimed: WordsTally, { ballots, words }: WordsCount): Checked[] {
  const known = new Map(words.map((one) => [folded(one.word), one]));
  const shown = new Set(claimed.words.map((one) => folded(one.word)));
  const least = Math.min(...claimed.words.map((one) => one.count));
  const missed = words.filter((one) => !shown.has(folded(one.word)) && one.count > least);
  return [
    ...leaves(
      { ballots: claimed.ballots, shown: claimed.words.length, others: claimed.others },
      {
        ballots,
        shown: Math.min(WORDS_SHOWN, words.length),
        others: Math.max(0, words.length - WORDS_SHOWN),
      },
    ),
    ...claimed.words.flatMap(({ word, count }, i): Checked[] => {
      const ours = known.get(folded(word));
      const spelling = ours?.spellings.includes(word) ? word : ours?.word;
      return [
        { path: ['words', i, 'word'], claimed: word, counted: spelling, same: spelling === word },
        { path: ['words', i, 'count'], claimed: count, counted: ours?.count, same: ours?.count === count },
      ];
    }),
    ...missed.map(({ word }, i) => ({
      path: ['words', claimed.words.length + i, 'word'],
      claimed: undefined,
      counted: word,
      same: false,
    })),
  ];
}

function leaves(claimed: unknown, counted: unknown, path: (string | number)[] = []): Checked[] {
  if (!isTree(claimed) && !isTree(counted)) return [{ path, claimed, counted, same: claimed === counted }];
  const [left, right] = [branches(claimed), branches(counted)];
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  return keys.flatMap((key) => leaves(left.get(key), right.get(key), [...path, key]));
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

function branches(value: unknown): Map<string | number, unknown> {
  if (Array.isArray(value)) return new Map(value.map((one: unknown, i) => [i, one]));
  return new Map(isTree(value) ? Object.entries(value) : []);
}
