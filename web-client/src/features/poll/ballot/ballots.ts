import type { Poll } from '../polls';
import type { OwnParticipant } from '../../identity';
import { MyBallot } from './my-ballot.svelte';
import { Upvotes } from './upvotes.svelte';

const ballots = new Map<string, MyBallot>();
const upvotes = new Map<string, Upvotes>();

/** My ballot of a poll: the same one wherever this page shows it. */
export function ballotOf(participant: OwnParticipant, poll: Poll): MyBallot {
  const name = `${participant.id} ${poll.id}`;
  const known = ballots.get(name) ?? new MyBallot(participant, poll);
  ballots.set(name, known);
  return known;
}

/** What I support of an open text poll's texts; the server is asked once. */
export function upvotesOf(participant: string, poll: string): Upvotes {
  const name = `${participant} ${poll}`;
  const known = upvotes.get(name) ?? new Upvotes(participant, poll);
  if (!upvotes.has(name)) void known.load();
  upvotes.set(name, known);
  return known;
}

// What another tab was told is so here too.
window.addEventListener('storage', () => {
  for (const ballot of ballots.values()) ballot.catchUp();
});
