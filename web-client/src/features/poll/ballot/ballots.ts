import type { Poll } from '../polls';
import type { Seat } from '../../identity/seat';
import { MyBallot } from './my-ballot.svelte';
import { Upvotes } from './upvotes.svelte';

const ballots = new Map<string, MyBallot>();
const upvotes = new Map<string, Upvotes>();

/** My ballot of a poll: the same one wherever this page shows it. */
export function ballotOf(seat: Seat, poll: Poll): MyBallot {
  const name = `${seat.id} ${poll.id}`;
  const known = ballots.get(name) ?? new MyBallot(seat, poll);
  ballots.set(name, known);
  return known;
}

/** What I support of an open text poll's texts; the server is asked once. */
export function upvotesOf(seat: string, poll: string): Upvotes {
  const name = `${seat} ${poll}`;
  const known = upvotes.get(name) ?? new Upvotes(seat, poll);
  if (!upvotes.has(name)) void known.load();
  upvotes.set(name, known);
  return known;
}

// What another tab was told is so here too.
window.addEventListener('storage', () => {
  for (const ballot of ballots.values()) ballot.catchUp();
});
