import type { Majority } from '../polls';
import { charts } from './texts';

/** What a rule asks for, with what it was reckoned from: `2/3 läsnä olevista 30 äänioikeutetusta`. */
export function ruleText({ rule, base }: Majority, n: number): string {
  const t = charts.t.decision;
  if (rule === 'SIMPLE') return t.plurality;
  return rule === 'CONSENSUS' ? t.all[base](n) : `${t.part[rule]} ${t.of[base](n)}`;
}
