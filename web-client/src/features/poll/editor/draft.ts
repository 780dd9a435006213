import type { Poll, PollForm, PollKind, PollRules } from '../polls';
import { uuid } from '../../../net/uuid';
import {
  asksStatements,
  asksTexts,
  breaksDown,
  countsMunicipalities,
  decides,
  mostOptions,
  publishes,
} from './kinds';

/** A line of the form. Its key stays when lines move. */
export interface Line {
  key: string;
  text: string;
}

/** A statement in its own words, or a goal in those of one of its versions. */
export interface StatementLine extends Line {
  goal: string | null;
  version: number | null;
}

/** The contract's poll form as it is being filled in: what one kind does not ask is kept for another that does. */
export interface Draft {
  kind: PollKind;
  title: string;
  item: string | null;
  statements: StatementLine[];
  options: Line[];
  /** The key of the option that is abstaining. */
  abstention: string | null;
  /** How many options one may choose. */
  mostOptions: number;
  /** How many texts or words one may give. */
  mostTexts: number;
  scale: { steps: number; low: string; high: string };
  /** Whether only the groups of the rules may vote. */
  limited: boolean;
  rules: PollRules;
}

export const line = (text = ''): Line => ({ key: uuid(), text });
export const statementLine = (
  text = '',
  goal: string | null = null,
  version: number | null = null,
): StatementLine => ({ ...line(text), goal, version });

/** What is likely to be wanted of each kind: texts and words are looked at while they come. */
export function defaultRules(kind: PollKind): PollRules {
  const show = asksTexts(kind) ? 'LIVE' : 'AFTER_CLOSE';
  return {
    secrecy: 'ANONYMOUS',
    voters: 'PERSONS',
    groups: [],
    showParticipants: show,
    showScreen: show,
    seconds: null,
    majority: null,
    quorum: null,
    byMunicipality: false,
    breakdowns: [],
    publishBallots: false,
    moderated: kind === 'TEXT',
  };
}

/** An empty form; `ends` are the words for the ends of a scale. */
export function newDraft(kind: PollKind, item: string | null, ends: { low: string; high: string }): Draft {
  return {
    kind,
    title: '',
    item,
    statements: [statementLine()],
    options: [line(), line()],
    abstention: null,
    mostOptions: 1,
    mostTexts: kind === 'WORDS' ? 3 : 1,
    scale: { steps: 5, ...ends },
    limited: false,
    rules: defaultRules(kind),
  };
}

/** The same form for another kind; rules that were left as they come change along. */
export function withKind(draft: Draft, kind: PollKind): Draft {
  const [was, will] = [defaultRules(draft.kind), defaultRules(kind)];
  const rules = { ...draft.rules };
  if (rules.showParticipants === was.showParticipants) rules.showParticipants = will.showParticipants;
  if (rules.showScreen === was.showScreen) rules.showScreen = will.showScreen;
  if (rules.moderated === was.moderated) rules.moderated = will.moderated;
  const usualTexts = draft.mostTexts === (draft.kind === 'WORDS' ? 3 : 1);
  return {
    ...draft,
    kind,
    rules,
    mostTexts: usualTexts ? (kind === 'WORDS' ? 3 : 1) : draft.mostTexts,
  };
}

export function fromPoll(poll: Poll, ends: { low: string; high: string }): Draft {
  const empty = newDraft(poll.kind, poll.item, ends);
  const options = poll.options.map((option) => line(option.text));
  const abstention = poll.options.findIndex((option) => option.abstain);
  return {
    ...empty,
    title: poll.title,
    statements: asksStatements(poll.kind)
      ? poll.statements.map(({ text, goal, version }) => statementLine(text, goal, version))
      : empty.statements,
    options: mostOptions(poll.kind) > 0 ? options : empty.options,
    abstention: options[abstention]?.key ?? null,
    mostOptions: poll.kind === 'CHOICE' ? poll.most : 1,
    mostTexts: asksTexts(poll.kind) ? poll.most : empty.mostTexts,
    scale: poll.scale ?? empty.scale,
    limited: poll.rules.groups.length > 0,
    rules: poll.rules,
  };
}

/** The options that will be sent: empty lines are not. */
export const filledOptions = (draft: Draft): Line[] =>
  mostOptions(draft.kind) > 0 ? draft.options.filter((option) => option.text.trim() !== '') : [];

/** The statements that will be sent: empty lines are not, and a commitment is asked of goals alone. */
export const filledStatements = (draft: Draft): StatementLine[] =>
  asksStatements(draft.kind)
    ? draft.statements.filter(
        ({ text, goal }) => goal !== null || (draft.kind === 'SCALE' && text.trim() !== ''),
      )
    : [];

/** What is sent: only what the kind asks for. */
export function toForm(draft: Draft): PollForm {
  const { kind } = draft;
  const options = filledOptions(draft);
  return {
    kind,
    title: draft.title.trim(),
    item: draft.item,
    rules: rulesOf(draft),
    scale:
      kind === 'SCALE'
        ? { steps: draft.scale.steps, low: draft.scale.low.trim(), high: draft.scale.high.trim() }
        : null,
    most:
      kind === 'CHOICE'
        ? Math.max(1, Math.min(draft.mostOptions, options.length))
        : asksTexts(kind)
          ? draft.mostTexts
          : 1,
    statements: filledStatements(draft).map(({ text, goal, version }) =>
      goal === null ? { text: text.trim(), goal, version: null } : { text: '', goal, version },
    ),
    options: options.map(({ key, text }) => ({
      text: text.trim(),
      abstain: kind === 'CHOICE' && key === draft.abstention,
    })),
  };
}

/** The rules that hold for the kind: what it forbids is left out. */
export function rulesOf({ kind, limited, rules }: Draft): PollRules {
  const commitment = kind === 'COMMITMENT';
  const secrecy = commitment ? 'NAMED' : rules.secrecy;
  const voters = commitment ? 'ORGANISATIONS' : rules.voters;
  return {
    ...rules,
    secrecy,
    voters,
    groups: limited ? rules.groups : [],
    majority: decides(kind) ? rules.majority : null,
    quorum: decides(kind) ? rules.quorum : null,
    byMunicipality: rules.byMunicipality && voters === 'PERSONS' && countsMunicipalities(kind),
    breakdowns: breaksDown(kind) ? rules.breakdowns : [],
    publishBallots: rules.publishBallots && secrecy === 'ANONYMOUS' && publishes(kind),
    moderated: rules.moderated && kind === 'TEXT',
  };
}

/** Whether two forms would send the same. */
export const sameForm = (a: Draft, b: Draft): boolean =>
  JSON.stringify(toForm(a)) === JSON.stringify(toForm(b));

/** A show of hands that needs no preparation. */
export const thumbsForm = (title: string, item: string | null): PollForm =>
  toForm({ ...newDraft('THUMBS', item, { low: '', high: '' }), title });

/** The form of a poll as it is, for sending it again with the newest wording of its goals. */
export function newestForm(poll: Poll, newest: ReadonlyMap<string, number>): PollForm {
  const form = toForm(fromPoll(poll, { low: '', high: '' }));
  return {
    ...form,
    statements: form.statements.map((statement) => ({
      ...statement,
      version: (statement.goal === null ? null : newest.get(statement.goal)) ?? statement.version,
    })),
  };
}
