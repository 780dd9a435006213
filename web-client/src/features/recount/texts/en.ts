import { plural } from '../../../words/format';
import type fi from './fi';

const ballots = (n: number): string => plural(n, 'answer', 'answers');

const en: typeof fi = {
  title: 'Recount',
  intro:
    'The answers to an anonymous poll can be downloaded as a file once the poll is closed. This page counts them again in your browser and compares the result with the one stated in the file. The file does not leave your device.',
  choose: 'Choose a file',
  drop: 'You can also drop the file here.',
  again: 'Choose another file',
  counting: 'Counting…',
  fault: {
    unreadable: 'The file could not be read. Please choose it again.',
    tooBig: 'The file is too large. A file of answers has at most 50 megabytes.',
    notJson: 'The file is not a complete JSON file. Please download the answers again.',
    notBundle: 'This is not a file of a poll’s answers, or parts of it are missing.',
    otherVersion: 'The file is in another format than this page can count. Reload the page and try again.',
    named: 'A commitment vote is given by name, and its answers are not counted on this page.',
    otherTally: 'The result stated in the file is of another kind of poll than the answers.',
  },
  same: 'The result agrees',
  sameText: (n, fields) =>
    `${ballots(n)} counted. All ${fields} compared figures are the same as in the file.`,
  different: 'The result does not agree',
  differentText: (n, wrong, fields) =>
    `${ballots(n)} counted. Of ${fields} compared figures ${wrong} differ from those stated in the file.`,
  impossible: (n, places) =>
    `${plural(n, 'answer is', 'answers are')} not possible in this poll and not counted: ${places}.`,
  repeated: (n, codes) => `${plural(n, 'code stands', 'codes stand')} in the file more than once: ${codes}.`,
  place: (n, code) => `no. ${n} (${code})`,
  more: (n) => `and ${n} more`,
  textsOnly:
    'Of open answers one can check how many there are, and that every text shown is somebody’s answer. Groups, support and hiding are not part of the answers.',
  checked: (n) => `Compared figures (${n})`,
  differences: 'Figures that differ',
  field: 'Figure',
  claimed: 'In the file',
  counted: 'Counted',
  equal: 'same',
  unequal: 'different',
  nothing: 'missing',
  names: {
    ballots: 'Answers',
    cantSay: 'Cannot say',
    n: 'Gave a value',
    mean: 'mean',
    median: 'median',
    counts: 'votes',
    borda: 'points',
    first: 'first places',
    ranked: 'ranked it',
    total: 'points in total',
    shown: 'Words shown',
    others: 'Other words',
    word: 'spelling',
    count: 'mentions',
    text: 'text',
    step: (n) => `value ${n}`,
    statement: (n) => `Statement ${n}`,
    wordNumber: (n) => `Word ${n}`,
    entry: (n) => `Shown answer ${n}`,
  },
  result: 'Counted result',
  ballots: (n) => `Answers (${n})`,
  search: 'Find by code',
  searchHint: 'The code is on the phone of the person who answered. Its beginning is enough.',
  found: (n) => (n === 0 ? 'No answer has this code.' : `${ballots(n)} found.`),
  number: 'No.',
  code: 'Code',
  answer: 'Answer',
  showMore: (n) => `Show ${n} more`,
  shownOf: (n, of) => `${n}/${of} shown`,
  cantSayShort: 'N/A',
};

export default en;
