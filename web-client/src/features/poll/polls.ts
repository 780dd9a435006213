import type {
  Again,
  Ballot,
  BallotBundle,
  Breakdown,
  EntryState,
  Made,
  NamedBallots,
  NewPoll,
  OwnBallot,
  PollForm,
  Receipt,
  Register,
} from '../../net/contract';
import { insist, type Command } from '../../net/http';

export type {
  Ballot,
  BallotBundle,
  Breakdown,
  BreakdownDimension,
  ChoiceTally,
  Commitment,
  CommitmentAnswer,
  CommitmentTally,
  Decision,
  Majority,
  MunicipalCount,
  NamedBallots,
  Option,
  OwnBallot,
  PointsTally,
  Poll,
  PollForm,
  PollKind,
  PollRules,
  RankingTally,
  Receipt,
  Register,
  Requirement,
  Result,
  ScaleTally,
  ShowResults,
  Tally,
  TextTally,
  Thumb,
  WordsTally,
} from '../../net/contract';

const path = (poll: string, what = ''): string => `/api/polls/${poll}${what}`;

/** Prepares a poll, or starts one at once; the key becomes its id. */
export const createPoll = (participant: string, room: string, body: NewPoll): Promise<Made> =>
  insist(`/api/rooms/${room}/polls`, { method: 'POST', participant, body });

export const editPoll = (participant: string, poll: string, body: PollForm): Promise<void> =>
  insist(path(poll), { method: 'PUT', participant, body });

export const deletePoll = (participant: string, poll: string): Promise<void> =>
  insist(path(poll), { method: 'DELETE', participant });

/** `oldGoals` asks on purpose about wordings that have a newer version. */
export const openPoll = (participant: string, poll: string, oldGoals = false): Promise<void> =>
  insist(path(poll, oldGoals ? '/open?oldGoals=true' : '/open'), { method: 'POST', participant });

export const closePoll = (participant: string, poll: string): Promise<void> =>
  insist(path(poll, '/close'), { method: 'POST', participant });

/** An instant of the server's clock, or null to close by hand. */
export const setClosesAt = (participant: string, poll: string, closesAt: string | null): Promise<void> =>
  insist(path(poll, '/closes-at'), { method: 'PUT', participant, body: { closesAt } });

export const showResults = (
  participant: string,
  poll: string,
  shown: { participants: boolean; screen: boolean },
): Promise<void> => insist(path(poll, '/shown'), { method: 'PUT', participant, body: shown });

export const cancelPoll = (participant: string, poll: string, reason: string): Promise<void> =>
  insist(path(poll, '/cancel'), { method: 'POST', participant, body: { reason } });

export const discardPoll = (participant: string, poll: string, reason: string): Promise<void> =>
  insist(path(poll, '/discard'), { method: 'POST', participant, body: { reason } });

/** Asks again: as the next round, as a revote, or from the desk anew. The key becomes the new poll's id. */
export const pollAgain = (participant: string, poll: string, body: Again): Promise<Made> =>
  insist(path(poll, '/again'), { method: 'POST', participant, body });

export const getRegister = (participant: string, poll: string): Promise<Register> =>
  insist(path(poll, '/register'), { participant });

export const getBreakdown = (participant: string, poll: string): Promise<Breakdown> =>
  insist(path(poll, '/breakdown'), { participant });

export const getNamedBallots = (participant: string, poll: string): Promise<NamedBallots> =>
  insist(path(poll, '/named-ballots'), { participant });

/** The published ballots of a closed anonymous poll. */
export const getBallots = (participant: string, poll: string): Promise<BallotBundle> =>
  insist(path(poll, '/ballots'), { participant });

export const moderateEntry = (
  participant: string,
  poll: string,
  entry: string,
  body: { state: EntryState; group: string | null },
): Promise<void> => insist(path(poll, `/entries/${entry}`), { method: 'PUT', participant, body });

export const upvoteEntry = (
  participant: string,
  poll: string,
  entry: string,
  upvoted: boolean,
): Promise<void> =>
  insist(path(poll, `/entries/${entry}/upvote`), { method: 'PUT', participant, body: { upvoted } });

export const putGroup = (participant: string, poll: string, group: string, title: string): Promise<void> =>
  insist(path(poll, `/groups/${group}`), { method: 'PUT', participant, body: { title } });

export const deleteGroup = (participant: string, poll: string, group: string): Promise<void> =>
  insist(path(poll, `/groups/${group}`), { method: 'DELETE', participant });

/** What the server holds for me in this poll. */
export const getBallot = (participant: string, poll: string): Promise<OwnBallot> =>
  insist(path(poll, '/ballot'), { participant });

/** Votes. The receipt comes after the commit; a lower or equal revision than the stored one changes nothing. */
export const castBallot = (
  participant: string,
  poll: string,
  body: Ballot,
  options: Pick<Command, 'onWaiting' | 'signal'> = {},
): Promise<Receipt> => insist(path(poll, '/ballot'), { method: 'PUT', participant, body, ...options });
