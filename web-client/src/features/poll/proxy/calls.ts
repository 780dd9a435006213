import { insist } from '../../../net/http';
import type { Ballot, OwnBallot, Receipt } from '../../../net/contract';

/** What is stored of a person in a named poll. */
export const getBallotOf = (participant: string, poll: string, person: string): Promise<OwnBallot> =>
  insist(`/api/polls/${poll}/participants/${person}/ballot`, { participant });

/** Votes in a named poll for a person without a phone. The same ballot sent again is acknowledged again. */
export const enterBallot = (
  participant: string,
  poll: string,
  person: string,
  body: Ballot,
): Promise<Receipt> =>
  insist(`/api/polls/${poll}/participants/${person}/ballot`, { method: 'PUT', participant, body });
