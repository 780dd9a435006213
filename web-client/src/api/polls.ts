import type { Ballot, OwnBallot, Receipt } from './contract';
import { insist, type Command } from './http';

export type {
  Ballot,
  Commitment,
  CommitmentAnswer,
  CommitmentTally,
  OwnBallot,
  Poll,
  Receipt,
  Result,
  ScaleTally,
} from './contract';

export const openPoll = (seat: string, poll: string): Promise<void> =>
  insist(`/api/polls/${poll}/open`, { method: 'POST', seat });

export const closePoll = (seat: string, poll: string): Promise<void> =>
  insist(`/api/polls/${poll}/close`, { method: 'POST', seat });

export const showResults = (seat: string, poll: string, shown: boolean): Promise<void> =>
  insist(`/api/polls/${poll}/results-shown`, { method: 'PUT', seat, body: { shown } });

/** What the server holds for me in this poll. */
export const getBallot = (seat: string, poll: string): Promise<OwnBallot> =>
  insist(`/api/polls/${poll}/ballot`, { seat });

/** Votes. The receipt comes after the commit; a lower or equal revision than the stored one changes nothing. */
export const castBallot = (
  seat: string,
  poll: string,
  body: Ballot,
  options: Pick<Command, 'onWaiting' | 'signal'> = {},
): Promise<Receipt> => insist(`/api/polls/${poll}/ballot`, { method: 'PUT', seat, body, ...options });
