import type { BallotBundle, Poll, PollKind, Thumb } from '../poll';
import { folded, THUMBS, type Answers } from './recount';

/** Why a file cannot be counted. */
export type Fault = 'notJson' | 'notBundle' | 'otherVersion' | 'named' | 'otherTally';

/** What is wrong with single ballots. */
export interface Flaws {
  /** Places in the file, counted from 0, of ballots that nobody could have given in this poll. */
  impossible: number[];
  /** Receipts that stand there more than once. */
  repeated: string[];
}

const FORMAT = 'sovittu-ballots-1';
const KINDS: readonly PollKind[] = ['SCALE', 'CHOICE', 'THUMBS', 'RANKING', 'POINTS', 'TEXT', 'WORDS'];

/** Reads an exported file's text. It may come from anywhere, so its shape is looked at before anything is counted. */
export function readBundle(text: string): BallotBundle | Fault {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return 'notJson';
  }
  if (!has(file, { format: isText })) return 'notBundle';
  const format = (file as { format: string }).format;
  if (format !== FORMAT) return /^sovittu-ballots-\d+$/.test(format) ? 'otherVersion' : 'notBundle';
  if (!has(file, { meeting: isText, poll: isPoll, ballots: isListOf(isBallot), tally: isObject }))
    return 'notBundle';
  const bundle = file as BallotBundle;
  if (bundle.poll.kind === 'COMMITMENT') return 'named';
  return isTallyOf(bundle) ? bundle : 'otherTally';
}

/** Looks at the ballots one by one. */
export function flawsOf({ poll, ballots }: BallotBundle): Flaws {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const impossible: number[] = [];
  ballots.forEach(({ receipt, answers }, i) => {
    if (seen.has(receipt)) repeated.add(receipt);
    seen.add(receipt);
    if (!isPossible(poll, answers)) impossible.push(i);
  });
  return { impossible, repeated: [...repeated] };
}

/** Whether these answers can be given in this poll. */
export function isPossible(poll: Poll, answers: Answers): boolean {
  const [statements, options] = [poll.statements.length, poll.options.length];
  const whole = (value: unknown, low: number, high: number): boolean =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
  const distinct = new Set(answers).size === answers.length;
  const some = (most: number): boolean => answers.length >= 1 && answers.length <= most && distinct;
  switch (poll.kind) {
    case 'SCALE':
      return (
        answers.length === statements &&
        answers.every((value) => value === null || whole(value, 1, poll.scale?.steps ?? 0))
      );
    case 'CHOICE':
      return some(poll.most) && answers.every((value) => whole(value, 0, options - 1));
    case 'THUMBS':
      return answers.length === 1 && THUMBS.includes(answers[0] as Thumb);
    case 'RANKING':
      return some(options) && answers.every((value) => whole(value, 0, options - 1));
    case 'POINTS':
      return (
        answers.length === options &&
        answers.every((value) => whole(value, 0, 100)) &&
        (answers as number[]).reduce((sum, value) => sum + value, 0) === 100
      );
    case 'TEXT':
      return some(poll.most) && answers.every((value) => typeof value === 'string');
    case 'WORDS':
      return (
        some(poll.most) &&
        answers.every((value) => typeof value === 'string') &&
        new Set((answers as string[]).map(folded)).size === answers.length
      );
    case 'COMMITMENT':
      return false;
  }
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isWhole: Test = (value) => Number.isInteger(value);
const isObject: Test = (value) => typeof value === 'object' && value !== null;
const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const has = (value: unknown, tests: Record<string, Test>): boolean =>
  isObject(value) &&
  Object.entries(tests).every(([key, test]) => test((value as Record<string, unknown>)[key]));

const isBallot: Test = (value) => has(value, { receipt: isText, answers: Array.isArray });
const isPoll: Test = (value) =>
  has(value, {
    kind: (kind) => kind === 'COMMITMENT' || KINDS.includes(kind as PollKind),
    title: isText,
    most: isWhole,
    rules: isObject,
    statements: isListOf((one) => has(one, { text: isText })),
    options: isListOf((one) => has(one, { text: isText })),
    scale: (scale) => scale === null || has(scale, { steps: isWhole, low: isText, high: isText }),
  }) &&
  ((value as Poll).kind !== 'SCALE' || (value as Poll).scale !== null);

/** Enough of its shape for laying it beside a recount. */
function isTallyOf({ poll, tally }: BallotBundle): boolean {
  if (tally.kind !== poll.kind) return false;
  if (tally.kind === 'TEXT')
    return has(tally, {
      entries: isListOf((one) => has(one, { id: isText, text: isText })),
      groups: isListOf((one) => has(one, { id: isText, title: isText })),
    });
  if (tally.kind === 'WORDS')
    return has(tally, { words: isListOf((one) => has(one, { word: isText, count: isWhole })) });
  return true;
}
