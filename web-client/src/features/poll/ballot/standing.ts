import type { Organisation } from '../../meeting';
import type { Poll } from '../polls';
import { ballots } from './texts';
import { atSecond } from '../../../words/format';
import type { MyBallot } from './my-ballot.svelte';
import { bodyOf } from './body';

/** How the answer that stands for my organisation is told. */
export interface StandingWords {
  told: string;
  by: string;
  /** Whether it concerns something that I sent: it is saved, or it was replaced. */
  mine: boolean;
}

export function standingWords(poll: Poll, ballot: MyBallot, mine: Organisation): StandingWords | undefined {
  const { standing, replaced } = ballot;
  if (!standing) return undefined;
  const t = ballots.t;
  const own = t.body[bodyOf(poll, mine) ?? 'organisation'];
  const at = ballot.heldAt === null ? '' : atSecond(ballot.heldAt);
  const who = standing.castBy ?? t.colleague;
  const told = standing.mine ? own.saved(at) : replaced ? own.replaced(who, at) : t.given(mine.name);
  return { told, by: at === '' ? who : `${who}, ${at}`, mine: standing.mine || replaced };
}
