import type { Poll, Result } from './polls';

/** A poll and what it came to. */
export interface Round {
  poll: Poll;
  result: Result;
}

/** The round before this one, when both have been counted and asked the very same: only then do they compare. */
export function beforeOf(poll: Poll, polls: readonly Poll[], results: readonly Result[]): Round | undefined {
  const previous = polls.find((one) => one.id === poll.previous && one.state === 'CLOSED');
  if (!previous || !sameQuestions(poll, previous)) return undefined;
  const counted = (id: string): Result | undefined =>
    results.find((result) => result.poll === id && result.tally !== null);
  const result = counted(previous.id);
  return result && counted(poll.id) && { poll: previous, result };
}

function sameQuestions(a: Poll, b: Poll): boolean {
  const asked = (poll: Poll): unknown => [
    poll.kind,
    poll.scale?.steps,
    poll.statements.map((statement) => statement.text),
    poll.options.map((option) => option.text),
  ];
  return JSON.stringify(asked(a)) === JSON.stringify(asked(b));
}
