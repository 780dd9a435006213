import { describe, expect, it } from 'vitest';
import { line, statementLine } from './draft';
import { inGoalOrder, reword, withGoals, withoutGoals, type Goal } from './goals';
import { movedUp, withPasted } from './lines';

const words = (lines: readonly { text: string }[]): string[] => lines.map(({ text }) => text);

describe('lines', () => {
  const lines = ['a', 'b', 'c'].map((text) => line(text));

  it('move up, and the first one stays', () => {
    expect(words(movedUp(lines, 2))).toEqual(['a', 'c', 'b']);
    expect(words(movedUp(lines, 0))).toEqual(['a', 'b', 'c']);
  });

  it('take several pasted ones where they were pasted', () => {
    expect(words(withPasted(lines, 1, ['x', 'y'], line))).toEqual(['a', 'b', 'x', 'y', 'c']);
    const empty = [line('a'), line(''), line('c')];
    expect(words(withPasted(empty, 1, ['x', 'y'], line))).toEqual(['a', 'x', 'y', 'c']);
  });

  it('pasted as statements name no goals', () => {
    const pasted = withPasted([statementLine()], 0, ['x', 'y'], statementLine);
    expect(pasted.map(({ goal, version }) => [goal, version])).toEqual([
      [null, null],
      [null, null],
    ]);
  });
});

describe('goals', () => {
  const goals: Goal[] = ['g1', 'g2', 'g3'].map((id, i) => ({ id, text: `Tavoite ${i + 1}`, version: i + 1 }));
  const [first, second, third] = goals as [Goal, Goal, Goal];

  it('are added once, in their newest wording, in place of empty lines', () => {
    const lines = withGoals([statementLine('Oma'), statementLine('')], [first, second]);
    expect(lines.map(({ text, goal, version }) => [text, goal, version])).toEqual([
      ['Oma', null, null],
      ['Tavoite 1', 'g1', 1],
      ['Tavoite 2', 'g2', 2],
    ]);
    expect(withGoals(lines, [first])).toHaveLength(3);
  });

  it('are taken away, and leave a line to write on', () => {
    const lines = withGoals([], [first, second]);
    expect(words(withoutGoals(lines, [first]))).toEqual(['Tavoite 2']);
    expect(words(withoutGoals(lines, goals))).toEqual(['']);
  });

  it('stand in the order of the meeting after own statements', () => {
    const lines = withGoals([statementLine('Oma')], [third, first]);
    expect(words(inGoalOrder(lines, goals))).toEqual(['Oma', 'Tavoite 1', 'Tavoite 3']);
  });

  it('change to the newest wording', () => {
    const old = statementLine('Vanha', 'g3', 1);
    reword(old, third);
    expect(old).toMatchObject({ text: 'Tavoite 3', version: 3, goal: 'g3' });
  });
});
