import type { Goals } from '../../goal';
import { statementLine, type StatementLine } from './draft';

export type Goal = Goals['goalSets'][number]['goals'][number];

/** Adds goals in their newest wording, unless they are there; lines that nothing was written on make room. */
export function withGoals(lines: readonly StatementLine[], goals: readonly Goal[]): StatementLine[] {
  const written = lines.filter(({ goal, text }) => goal !== null || text.trim() !== '');
  const added = goals.filter(({ id }) => !written.some(({ goal }) => goal === id));
  return [...written, ...added.map(({ id, text, version }) => statementLine(text, id, version))];
}

/** Takes goals away; an empty line stays when nothing else does. */
export function withoutGoals(lines: readonly StatementLine[], goals: readonly Goal[]): StatementLine[] {
  const left = lines.filter(({ goal }) => !goals.some(({ id }) => id === goal));
  return left.length > 0 ? left : [statementLine()];
}

/** Makes a line ask about the goal's newest wording. */
export function reword(line: StatementLine, { version, text }: Goal): void {
  Object.assign(line, { version, text });
}

/** Goals in the order in which the meeting lists them, after the statements that are not goals. */
export function inGoalOrder(lines: readonly StatementLine[], all: readonly Goal[]): StatementLine[] {
  const place = new Map(all.map(({ id }, i) => [id, i]));
  const of = ({ goal }: StatementLine): number => (goal === null ? -1 : (place.get(goal) ?? all.length));
  return [...lines].sort((a, b) => of(a) - of(b));
}
