import type { Poll, PollKind } from '../polls';
import { choiceStaff } from './choice/staff';
import { commitmentStaff } from './commitment/staff';
import { pointsStaff } from './points/staff';
import { rankingStaff } from './ranking/staff';
import { scaleStaff } from './scale/staff';
import { textStaff } from './text/staff';
import { thumbsStaff } from './thumbs/staff';
import { wordsStaff } from './words/staff';
import type { KindStaff } from './traits';

/** In the order in which they are offered. */
const staff: Record<PollKind, KindStaff> = {
  CHOICE: choiceStaff,
  SCALE: scaleStaff,
  THUMBS: thumbsStaff,
  RANKING: rankingStaff,
  POINTS: pointsStaff,
  TEXT: textStaff,
  WORDS: wordsStaff,
  COMMITMENT: commitmentStaff,
};

export const KINDS = Object.keys(staff) as PollKind[];

export const staffOf = (kind: PollKind): KindStaff => staff[kind];

/** How one answers, in a sentence for those who run the poll. */
export const asksInWords = (poll: Poll): string => staff[poll.kind].asks(poll);

/** What to do, on the projector. */
export const taskOf = (poll: Poll): string => staff[poll.kind].task(poll);
