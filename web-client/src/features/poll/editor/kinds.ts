import type { PollKind } from '../polls';

/** In the order in which they are offered. */
export const KINDS = [
  'CHOICE',
  'SCALE',
  'THUMBS',
  'RANKING',
  'POINTS',
  'TEXT',
  'WORDS',
  'COMMITMENT',
] as const satisfies readonly PollKind[];

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

export const asksStatements = (kind: PollKind): boolean => kind === 'SCALE' || kind === 'COMMITMENT';

/** How many options it may have; none when it has no options at all. */
export const mostOptions = (kind: PollKind): number =>
  kind === 'CHOICE' ? 20 : kind === 'RANKING' || kind === 'POINTS' ? 12 : 0;

export const asksTexts = (kind: PollKind): boolean => kind === 'TEXT' || kind === 'WORDS';

/** Whether it can be carried by a majority, and need a quorum. */
export const decides = (kind: PollKind): boolean =>
  kind === 'CHOICE' || kind === 'THUMBS' || kind === 'COMMITMENT';

export const countsMunicipalities = (kind: PollKind): boolean => !asksTexts(kind) && kind !== 'COMMITMENT';

/** Published texts would show what moderation has hidden. */
export const publishes = (kind: PollKind): boolean => kind !== 'TEXT' && kind !== 'COMMITMENT';

export const breaksDown = (kind: PollKind): boolean => kind !== 'TEXT';
