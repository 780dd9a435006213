import type { Organisation } from '../../meeting';
import type { Poll } from '../polls';

/** What an answer is given for, when not for oneself. */
export type Body = 'municipality' | 'organisation';

/** Undefined in a poll of persons. A poll of organisations without groups is one of municipalities. */
export function bodyOf({ rules }: Poll, mine: Organisation | null): Body | undefined {
  if (rules.voters === 'PERSONS') return undefined;
  return rules.groups.length === 0 || mine?.kind === 'MUNICIPALITY' ? 'municipality' : 'organisation';
}

/** Whether a person of this organisation may answer for it, as far as that shows without asking the server. */
export const mayRepresent = ({ rules }: Poll, mine: Organisation | null): boolean =>
  mine !== null && (rules.groups.length > 0 || mine.kind === 'MUNICIPALITY');
