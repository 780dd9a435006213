import { staffOf } from '../kinds/staff';
import type { PollKind } from '../polls';

/** What the contract allows. Lengths are in characters. */
export const LIMITS = {
  title: 200,
  statement: 500,
  statements: 20,
  option: 200,
  scaleEnd: 60,
  leastSteps: 2,
  mostSteps: 10,
  texts: 5,
  groups: 20,
  leastSeconds: 5,
  mostSeconds: 86_400,
} as const;

export const asksStatements = (kind: PollKind): boolean => staffOf(kind).asksStatements;

export const mostOptions = (kind: PollKind): number => staffOf(kind).mostOptions;

export const asksTexts = (kind: PollKind): boolean => staffOf(kind).asksTexts;

export const decides = (kind: PollKind): boolean => staffOf(kind).decides;

export const countsMunicipalities = (kind: PollKind): boolean => staffOf(kind).countsMunicipalities;

export const publishes = (kind: PollKind): boolean => staffOf(kind).publishes;

export const breaksDown = (kind: PollKind): boolean => staffOf(kind).breaksDown;
