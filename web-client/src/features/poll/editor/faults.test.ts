import { describe, expect, it } from 'vitest';
import type { PollKind } from '../polls';
import { line, newDraft, statementLine, type Draft } from './draft';
import { amongRules, faultsOf, placeOf, placeOfLine, refusedAt } from './faults';

const good = (kind: PollKind, more: Partial<Draft> = {}): Draft => ({
  ...newDraft(kind, null, { low: 'vähän', high: 'paljon' }),
  title: 'Kysymys',
  options: [line('Kyllä'), line('Ei')],
  statements: [statementLine('Väittämä'), statementLine('Tavoite', 'goal', 1)],
  ...more,
});
const texts = (n: number): ReturnType<typeof line>[] => Array.from({ length: n }, (_, i) => line(`t${i}`));

describe('a form', () => {
  it.each(['SCALE', 'CHOICE', 'THUMBS', 'RANKING', 'POINTS', 'TEXT', 'WORDS', 'COMMITMENT'] as const)(
    '%s that is filled in has no faults',
    (kind) => {
      expect(faultsOf(good(kind))).toEqual({});
    },
  );

  it('needs a title of at most 200 characters', () => {
    expect(faultsOf(good('THUMBS', { title: '  ' }))).toEqual({ title: 'title' });
    expect(faultsOf(good('THUMBS', { title: '👍'.repeat(200) }))).toEqual({});
    expect(faultsOf(good('THUMBS', { title: 'x'.repeat(201) }))).toEqual({ title: 'long' });
  });

  it('needs two options, and not more than the kind may have', () => {
    expect(faultsOf(good('CHOICE', { options: [line('a'), line(' ')] }))).toEqual({ options: 'optionsFew' });
    expect(faultsOf(good('CHOICE', { options: texts(20) }))).toEqual({});
    expect(faultsOf(good('CHOICE', { options: texts(21) }))).toEqual({ options: 'optionsMany' });
    expect(faultsOf(good('RANKING', { options: texts(13) }))).toEqual({ options: 'optionsMany' });
    expect(faultsOf(good('POINTS', { options: texts(12) }))).toEqual({});
  });

  it('takes no option twice and none that is too long', () => {
    const options = [line('Kyllä'), line('Kyllä '), line('x'.repeat(201))];
    expect(faultsOf(good('CHOICE', { options }))).toEqual({
      [placeOfLine(options[1]?.key ?? '')]: 'same',
      [placeOfLine(options[2]?.key ?? '')]: 'long',
    });
  });

  it('needs statements, and goals for a commitment', () => {
    expect(faultsOf(good('SCALE', { statements: [statementLine()] }))).toEqual({
      statements: 'statementsFew',
    });
    expect(faultsOf(good('COMMITMENT', { statements: [statementLine('oma')] }))).toEqual({
      statements: 'goalsFew',
    });
    const many = Array.from({ length: 21 }, () => statementLine('s'));
    expect(faultsOf(good('SCALE', { statements: many }))).toEqual({ statements: 'statementsMany' });
    const long = statementLine('x'.repeat(501));
    expect(faultsOf(good('SCALE', { statements: [long] }))).toEqual({ [placeOfLine(long.key)]: 'long' });
  });

  it('needs to know what the ends of a scale mean', () => {
    const scale = { steps: 5, low: '', high: 'x'.repeat(61) };
    expect(faultsOf(good('SCALE', { scale }))).toEqual({ 'scale.low': 'scaleEnd', 'scale.high': 'long' });
    expect(faultsOf(good('CHOICE', { scale }))).toEqual({});
  });

  it('needs groups when it is limited to groups', () => {
    expect(faultsOf(good('CHOICE', { limited: true }))).toEqual({ 'rules.groups': 'groups' });
  });

  it.each([4, 86_401, 1.5, NaN])('cannot close after %s seconds', (seconds) => {
    const draft = good('CHOICE');
    draft.rules.seconds = seconds;
    expect(faultsOf(draft)).toEqual({ 'rules.seconds': 'seconds' });
  });
});

it('an anonymous poll is not counted both by municipalities and by groups', () => {
  const draft = good('SCALE');
  Object.assign(draft.rules, { byMunicipality: true, breakdowns: ['CHANNEL'] });
  expect(faultsOf(draft)).toEqual({ 'rules.byMunicipality': 'twoCounts' });
  draft.rules.secrecy = 'NAMED';
  expect(faultsOf(draft)).toEqual({});
});

describe('what the server refuses', () => {
  const options = [line(''), line('Kyllä'), line(''), line('Ei')];
  const draft = good('CHOICE', { options });

  it('is shown beside the line that was sent, past those that were not', () => {
    expect(placeOf('options[1].text', draft)).toBe(placeOfLine(options[3]?.key ?? ''));
    expect(placeOf('options[9].text', draft)).toBe('options');
    const goal = statementLine('Tavoite', 'goal', 1);
    const scale = good('SCALE', { statements: [statementLine(''), goal] });
    expect(placeOf('statements[0].goal', scale)).toBe(placeOfLine(goal.key));
  });

  it('is shown beside its field, also when the path goes deeper or begins at the request', () => {
    expect(placeOf('title', draft)).toBe('title');
    expect(placeOf('rules.quorum.base', draft)).toBe('rules.quorum');
    expect(placeOf('poll.rules.seconds', draft)).toBe('rules.seconds');
    expect(placeOf('key', draft)).toBeUndefined();
  });

  it('is gathered by place', () => {
    expect(refusedAt([{ field: 'title' }, { field: 'rules.majority' }, { field: 'key' }], draft)).toEqual({
      title: 'refused',
      'rules.majority': 'refused',
    });
  });

  it('opens the rules when it is among them', () => {
    expect(['title', 'most', 'rules.moderated', 'rules.groups', 'item'].map(amongRules)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});
