import type { OwnBallot, Poll, PollKind } from '../polls';

/** A poll as the contract describes it, with what a test cares about. */
export function pollOf(kind: PollKind, change: Omit<Partial<Poll>, 'rules'> & { rules?: object } = {}): Poll {
  const { rules, ...rest } = change;
  const statement = { text: 'Väittämä', goalSet: null, goal: null, version: null, newest: null };
  return {
    id: 'P',
    item: null,
    kind,
    title: 'Kysely',
    state: 'OPEN',
    rules: {
      secrecy: 'ANONYMOUS',
      voters: 'PERSONS',
      groups: [],
      showParticipants: 'AFTER_CLOSE',
      showScreen: 'AFTER_CLOSE',
      seconds: null,
      majority: null,
      quorum: null,
      byMunicipality: false,
      breakdowns: [],
      publishBallots: false,
      moderated: false,
      ...rules,
    },
    scale: kind === 'SCALE' ? { steps: 5, low: 'vähän', high: 'paljon' } : null,
    most: 1,
    statements: kind === 'SCALE' || kind === 'COMMITMENT' ? [statement, statement, statement] : [],
    options: ['A', 'B', 'C', 'D'].map((text) => ({ text, abstain: false })),
    openedAt: '2026-04-02T09:40:00Z',
    closesAt: null,
    closedAt: null,
    shown: { participants: false, screen: false },
    round: 1,
    previous: null,
    reason: null,
    ...rest,
  };
}

export function ownOf(change: Partial<OwnBallot> = {}): OwnBallot {
  return {
    entitled: true,
    voted: false,
    revision: 0,
    castBy: null,
    castAt: null,
    ballot: null,
    upvoted: [],
    ...change,
  };
}
