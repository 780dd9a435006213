import { filledOptions, filledStatements, rulesOf, type Draft, type Line } from './draft';
import { LIMITS, mostOptions } from './kinds';

/** What is wrong with a place of the form; a key of the editor's `fault` texts. */
export type Fault =
  | 'title'
  | 'long'
  | 'optionsFew'
  | 'optionsMany'
  | 'same'
  | 'statementsFew'
  | 'goalsFew'
  | 'statementsMany'
  | 'scaleEnd'
  | 'groups'
  | 'groupsMany'
  | 'seconds'
  | 'twoCounts'
  | 'refused';

/** Faults by place: a path of the contract's form, or `line.<key>` for a line. */
export type Faults = Partial<Record<string, Fault>>;

/** The contract counts characters as code points. */
const length = (text: string): number => [...text.trim()].length;

/** What the server would refuse, and what is left half said. */
export function faultsOf(draft: Draft): Faults {
  const faults: Faults = {};
  if (length(draft.title) === 0) faults['title'] = 'title';
  else if (length(draft.title) > LIMITS.title) faults['title'] = 'long';
  optionFaults(draft, faults);
  statementFaults(draft, faults);
  const { groups, seconds } = draft.rules;
  if (draft.limited && groups.length === 0) faults['rules.groups'] = 'groups';
  if (draft.limited && groups.length > LIMITS.groups) faults['rules.groups'] = 'groupsMany';
  if (
    seconds !== null &&
    !(Number.isInteger(seconds) && seconds >= LIMITS.leastSeconds && seconds <= LIMITS.mostSeconds)
  ) {
    faults['rules.seconds'] = 'seconds';
  }
  const { secrecy, byMunicipality, breakdowns } = rulesOf(draft);
  if (secrecy === 'ANONYMOUS' && byMunicipality && breakdowns.length > 0) {
    faults['rules.byMunicipality'] = 'twoCounts';
  }
  return faults;
}

function optionFaults(draft: Draft, faults: Faults): void {
  const most = mostOptions(draft.kind);
  if (most === 0) return;
  const options = filledOptions(draft);
  if (options.length < 2) faults['options'] = 'optionsFew';
  if (options.length > most) faults['options'] = 'optionsMany';
  const seen = new Set<string>();
  for (const { key, text } of options) {
    if (length(text) > LIMITS.option) faults[placeOfLine(key)] = 'long';
    else if (seen.has(text.trim())) faults[placeOfLine(key)] = 'same';
    seen.add(text.trim());
  }
}

function statementFaults(draft: Draft, faults: Faults): void {
  if (draft.kind !== 'SCALE' && draft.kind !== 'COMMITMENT') return;
  const statements = filledStatements(draft);
  if (statements.length === 0) faults['statements'] = draft.kind === 'SCALE' ? 'statementsFew' : 'goalsFew';
  if (statements.length > LIMITS.statements) faults['statements'] = 'statementsMany';
  for (const { key, goal, text } of statements) {
    if (goal === null && length(text) > LIMITS.statement) faults[placeOfLine(key)] = 'long';
  }
  if (draft.kind !== 'SCALE') return;
  for (const end of ['low', 'high'] as const) {
    const n = length(draft.scale[end]);
    if (n === 0) faults[`scale.${end}`] = 'scaleEnd';
    else if (n > LIMITS.scaleEnd) faults[`scale.${end}`] = 'long';
  }
}

export const placeOfLine = (key: string): string => `line.${key}`;

/** The places of the form that the form shows; a refusal of any other is said of the whole. */
const SHOWN = [
  'title',
  'item',
  'options',
  'statements',
  'most',
  'scale.steps',
  'scale.low',
  'scale.high',
  'rules.secrecy',
  'rules.voters',
  'rules.groups',
  'rules.showParticipants',
  'rules.showScreen',
  'rules.seconds',
  'rules.majority',
  'rules.quorum',
  'rules.byMunicipality',
  'rules.breakdowns',
  'rules.publishBallots',
  'rules.moderated',
];

/** Where the form shows what the server found at a path of its body, such as `options[1].text` or `poll.rules.quorum.base`. */
export function placeOf(path: string, draft: Draft): string | undefined {
  const place = path.replace(/^poll\./, '');
  const [, list, index] = /^(options|statements)\[(\d+)\]/.exec(place) ?? [];
  if (list !== undefined) {
    const lines: readonly Line[] = list === 'options' ? filledOptions(draft) : filledStatements(draft);
    const line = lines[Number(index)];
    return line ? placeOfLine(line.key) : list;
  }
  return SHOWN.find((shown) => place === shown || place.startsWith(`${shown}.`));
}

/** The server's refusals as faults of the form. */
export function refusedAt(fields: readonly { field: string }[], draft: Draft): Faults {
  const faults: Faults = {};
  for (const { field } of fields) {
    const place = placeOf(field, draft);
    if (place !== undefined) faults[place] = 'refused';
  }
  return faults;
}

/** Whether a fault lies behind the rules' disclosure. */
export const amongRules = (place: string): boolean =>
  place === 'item' || (place.startsWith('rules.') && place !== 'rules.moderated');
