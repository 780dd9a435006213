import { describe, expect, it } from 'vitest';
import type { Poll, PollForm, PollKind } from '../polls';
import {
  defaultRules,
  fromPoll,
  line,
  newDraft,
  newestForm,
  sameForm,
  statementLine,
  thumbsForm,
  toForm,
  withKind,
  type Draft,
} from './draft';
import { KINDS } from '../kinds/staff';

const ends = { low: 'Eri mieltä', high: 'Samaa mieltä' };

const filled = (kind: PollKind): Draft => ({
  ...newDraft(kind, 'item', ends),
  title: '  Kysymys ',
  options: [line('Kyllä '), line(' '), line('Ei'), line('Tyhjää')],
  statements: [statementLine(' Oma '), statementLine(''), statementLine('Tavoite', 'goal', 2)],
});

/** The poll that the server makes of a form. */
const pollOf = (form: PollForm): Poll => ({
  ...form,
  id: 'poll',
  state: 'DRAFT',
  statements: form.statements.map((statement) => ({
    ...statement,
    text: statement.goal === null ? statement.text : 'Tavoite',
    goalSet: null,
    newest: statement.version,
  })),
  openedAt: null,
  closesAt: null,
  closedAt: null,
  shown: { participants: false, screen: false },
  round: 1,
  previous: null,
  reason: null,
});

describe('what is sent', () => {
  it('is only what the kind asks for', () => {
    const shapes = KINDS.map((kind) => {
      const form = toForm(filled(kind));
      return [kind, form.options.length, form.statements.length, form.scale !== null, form.most];
    });
    expect(shapes).toEqual([
      ['CHOICE', 3, 0, false, 1],
      ['SCALE', 0, 2, true, 1],
      ['THUMBS', 0, 0, false, 1],
      ['RANKING', 3, 0, false, 1],
      ['POINTS', 3, 0, false, 1],
      ['TEXT', 0, 0, false, 1],
      ['WORDS', 0, 0, false, 3],
      ['COMMITMENT', 0, 1, false, 1],
    ]);
  });

  it('leaves out empty lines and spaces around texts', () => {
    const form = toForm(filled('SCALE'));
    expect(form.title).toBe('Kysymys');
    expect(form.statements).toEqual([
      { text: 'Oma', goal: null, version: null },
      { text: '', goal: 'goal', version: 2 },
    ]);
  });

  it('marks the abstention by its line, wherever it has moved', () => {
    const draft = filled('CHOICE');
    const last = draft.options[3];
    if (!last) throw new Error('no option');
    const form = toForm({ ...draft, options: [last, ...draft.options.slice(0, 3)], abstention: last.key });
    expect(form.options).toEqual([
      { text: 'Tyhjää', abstain: true },
      { text: 'Kyllä', abstain: false },
      { text: 'Ei', abstain: false },
    ]);
    expect(toForm({ ...draft, kind: 'RANKING', abstention: last.key }).options.some((o) => o.abstain)).toBe(
      false,
    );
  });

  it('lets no one choose more options than there are', () => {
    expect(toForm({ ...filled('CHOICE'), mostOptions: 7 }).most).toBe(3);
  });

  it('leaves out rules that the kind forbids', () => {
    const every = {
      ...defaultRules('CHOICE'),
      majority: { rule: 'ABSOLUTE', base: 'CAST' },
      quorum: { rule: 'ABSOLUTE', base: 'ENTITLED' },
      byMunicipality: true,
      breakdowns: ['SUB_REGION'],
      publishBallots: true,
      moderated: true,
    } as const;
    const rules = (kind: PollKind, more: object = {}) =>
      toForm({ ...filled(kind), rules: { ...every, breakdowns: [...every.breakdowns], ...more } }).rules;

    expect(rules('CHOICE')).toMatchObject({
      majority: every.majority,
      quorum: every.quorum,
      moderated: false,
    });
    expect(rules('SCALE')).toMatchObject({ majority: null, quorum: null, byMunicipality: true });
    expect(rules('TEXT')).toMatchObject({
      byMunicipality: false,
      breakdowns: [],
      publishBallots: false,
      moderated: true,
    });
    expect(rules('WORDS')).toMatchObject({ byMunicipality: false, breakdowns: ['SUB_REGION'] });
    expect(rules('CHOICE', { voters: 'ORGANISATIONS' }).byMunicipality).toBe(false);
    expect(rules('CHOICE', { secrecy: 'NAMED' }).publishBallots).toBe(false);
    expect(rules('COMMITMENT')).toMatchObject({
      secrecy: 'NAMED',
      voters: 'ORGANISATIONS',
      byMunicipality: false,
      publishBallots: false,
      majority: every.majority,
    });
  });

  it('names groups only when the poll is limited to them', () => {
    const draft = filled('CHOICE');
    draft.rules.groups = ['jyry'];
    expect(toForm(draft).rules.groups).toEqual([]);
    expect(toForm({ ...draft, limited: true }).rules.groups).toEqual(['jyry']);
  });
});

describe('defaults', () => {
  it('make a poll of a title and options alone', () => {
    const draft = { ...newDraft('CHOICE', null, ends), title: 'Q', options: [line('a'), line('b')] };
    expect(toForm(draft)).toEqual({
      kind: 'CHOICE',
      title: 'Q',
      item: null,
      scale: null,
      most: 1,
      statements: [],
      options: [
        { text: 'a', abstain: false },
        { text: 'b', abstain: false },
      ],
      rules: {
        secrecy: 'ANONYMOUS',
        voters: 'PERSONS',
        groups: [],
        showParticipants: 'AFTER_CLOSE',
        showScreen: 'AFTER_CLOSE',
        seconds: null,
        majority: null,
        quorum: null,
        byMunicipality: false,
        breakdowns: [],
        publishBallots: false,
        moderated: false,
      },
    });
  });

  it('show texts and words while they come, texts after a look at them', () => {
    expect(defaultRules('WORDS')).toMatchObject({ showScreen: 'LIVE', moderated: false });
    expect(defaultRules('TEXT')).toMatchObject({ showParticipants: 'LIVE', moderated: true });
  });

  it('need nothing at all for thumbs', () => {
    expect(thumbsForm('Edetäänkö?', 'item')).toMatchObject({
      kind: 'THUMBS',
      title: 'Edetäänkö?',
      item: 'item',
      options: [],
      rules: { secrecy: 'ANONYMOUS', showParticipants: 'AFTER_CLOSE', showScreen: 'AFTER_CLOSE' },
    });
  });
});

describe('another kind', () => {
  it('changes the rules that were left as they came, and no others', () => {
    const draft = newDraft('CHOICE', null, ends);
    draft.rules.showScreen = 'BY_CHAIR';
    const text = withKind(draft, 'TEXT');
    expect(text.rules).toMatchObject({ showParticipants: 'LIVE', showScreen: 'BY_CHAIR', moderated: true });
    expect(withKind(text, 'CHOICE').rules).toEqual(draft.rules);
    expect(withKind(draft, 'WORDS').mostTexts).toBe(3);
    expect(withKind({ ...withKind(draft, 'WORDS'), mostTexts: 5 }, 'TEXT').mostTexts).toBe(5);
  });

  it('keeps what was written for the first', () => {
    const draft = filled('CHOICE');
    expect(toForm(withKind(withKind(draft, 'SCALE'), 'CHOICE'))).toEqual(toForm(draft));
  });
});

describe('a poll as a form', () => {
  it.each(KINDS)('%s comes back as it was', (kind) => {
    const draft = filled(kind);
    draft.abstention = draft.options[3]?.key ?? null;
    draft.rules.seconds = 90;
    const form = toForm(draft);
    expect(toForm(fromPoll(pollOf(form), ends))).toEqual(form);
  });

  it('is the same whatever its lines are called', () => {
    const poll = pollOf(toForm(filled('CHOICE')));
    expect(sameForm(fromPoll(poll, ends), fromPoll(poll, ends))).toBe(true);
    expect(sameForm(fromPoll(poll, ends), fromPoll({ ...poll, title: 'Toinen' }, ends))).toBe(false);
  });

  it('can ask about the newest wording of its goals instead', () => {
    const poll = pollOf(toForm(filled('COMMITMENT')));
    expect(newestForm(poll, new Map([['goal', 3]])).statements).toEqual([
      { text: '', goal: 'goal', version: 3 },
    ]);
    expect(newestForm(poll, new Map()).statements[0]?.version).toBe(2);
  });
});
