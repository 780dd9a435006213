import type { Poll } from '../polls';

/** Which word counts the voters of a poll. */
export function votersOf(poll: Poll): 'voted' | 'municipalitiesVoted' | 'organisationsVoted' {
  if (poll.rules.voters === 'PERSONS') return 'voted';
  return poll.rules.groups.length === 0 ? 'municipalitiesVoted' : 'organisationsVoted';
}
