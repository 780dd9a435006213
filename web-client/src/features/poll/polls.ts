import type {
  Again,
  Ballot,
  BallotBundle,
  Breakdown,
  EntryState,
  Goals,
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
  Goals,
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
export const createPoll = (seat: string, room: string, body: NewPoll): Promise<Made> =>
  insist(`/api/rooms/${room}/polls`, { method: 'POST', seat, body });

export const editPoll = (seat: string, poll: string, body: PollForm): Promise<void> =>
  insist(path(poll), { method: 'PUT', seat, body });

export const deletePoll = (seat: string, poll: string): Promise<void> =>
  insist(path(poll), { method: 'DELETE', seat });

/** `oldGoals` asks on purpose about wordings that have a newer version. */
export const openPoll = (seat: string, poll: string, oldGoals = false): Promise<void> =>
  insist(path(poll, oldGoals ? '/open?oldGoals=true' : '/open'), { method: 'POST', seat });

export const closePoll = (seat: string, poll: string): Promise<void> =>
  insist(path(poll, '/close'), { method: 'POST', seat });

/** An instant of the server's clock, or null to close by hand. */
export const setClosesAt = (seat: string, poll: string, closesAt: string | null): Promise<void> =>
  insist(path(poll, '/closes-at'), { method: 'PUT', seat, body: { closesAt } });

export const showResults = (
  seat: string,
  poll: string,
  shown: { participants: boolean; screen: boolean },
): Promise<void> => insist(path(poll, '/shown'), { method: 'PUT', seat, body: shown });

export const cancelPoll = (seat: string, poll: string, reason: string): Promise<void> =>
  insist(path(poll, '/cancel'), { method: 'POST', seat, body: { reason } });

export const discardPoll = (seat: string, poll: string, reason: string): Promise<void> =>
  insist(path(poll, '/discard'), { method: 'POST', seat, body: { reason } });

/** Asks again: as the next round, as a revote, or from the desk anew. The key becomes the new poll's id. */
export const pollAgain = (seat: string, poll: string, body: Again): Promise<Made> =>
  insist(path(poll, '/again'), { method: 'POST', seat, body });

export const getRegister = (seat: string, poll: string): Promise<Register> =>
  insist(path(poll, '/register'), { seat });

export const getBreakdown = (seat: string, poll: string): Promise<Breakdown> =>
  insist(path(poll, '/breakdown'), { seat });

export const getNamedBallots = (seat: string, poll: string): Promise<NamedBallots> =>
  insist(path(poll, '/named-ballots'), { seat });

/** The published ballots of a closed anonymous poll. */
export const getBallots = (seat: string, poll: string): Promise<BallotBundle> =>
  insist(path(poll, '/ballots'), { seat });

export const moderateEntry = (
  seat: string,
  poll: string,
  entry: string,
  body: { state: EntryState; group: string | null },
): Promise<void> => insist(path(poll, `/entries/${entry}`), { method: 'PUT', seat, body });

export const upvoteEntry = (seat: string, poll: string, entry: string, upvoted: boolean): Promise<void> =>
  insist(path(poll, `/entries/${entry}/upvote`), { method: 'PUT', seat, body: { upvoted } });

export const putGroup = (seat: string, poll: string, group: string, title: string): Promise<void> =>
  insist(path(poll, `/groups/${group}`), { method: 'PUT', seat, body: { title } });

export const deleteGroup = (seat: string, poll: string, group: string): Promise<void> =>
  insist(path(poll, `/groups/${group}`), { method: 'DELETE', seat });

/** What the server holds for me in this poll. */
export const getBallot = (seat: string, poll: string): Promise<OwnBallot> =>
  insist(path(poll, '/ballot'), { seat });

/** Votes. The receipt comes after the commit; a lower or equal revision than the stored one changes nothing. */
export const castBallot = (
  seat: string,
  poll: string,
  body: Ballot,
  options: Pick<Command, 'onWaiting' | 'signal'> = {},
): Promise<Receipt> => insist(path(poll, '/ballot'), { method: 'PUT', seat, body, ...options });

export const getGoals = (seat: string): Promise<Goals> => insist('/api/goals', { seat });

/** Gives a goal a new wording; `version` is one more than the newest. */
export const addGoalVersion = (seat: string, goal: string, version: number, text: string): Promise<void> =>
  insist(`/api/goals/${goal}/versions`, { method: 'POST', seat, body: { version, text } });
