import type { Poll, Result } from '../polls';
import { pollTexts } from '../desk/texts';

/** What is asked before it is done. */
export type Asked = 'remove' | 'cancel' | 'reset' | 'discard' | 'revote' | 'nextRound';

export interface AskWords {
  title: string;
  text: readonly string[];
  yes: string;
  no?: string | undefined;
  harmless: boolean;
  /** What is said when it has been done. */
  done: string;
}

/** The question, with what happens to the ballots in plain words. */
export function askOf(asked: Asked, poll: Poll, result: Result | undefined): AskWords {
  const t = pollTexts.t;
  const ballots = t.askCancel.ballots(result?.voted ?? 0);
  switch (asked) {
    case 'remove':
      return { ...t.askRemove, text: [t.askRemove.text(poll.title)], harmless: false, done: t.removed };
    case 'cancel':
      return { ...t.askCancel, text: [ballots, t.askCancel.text], harmless: false, done: t.cancelled };
    case 'reset':
      return { ...t.askReset, text: [ballots, t.askReset.text], harmless: false, done: t.resetDone };
    case 'discard':
      return { ...t.askDiscard, no: t.keep, harmless: false, done: t.discardDone };
    case 'revote':
      return { ...t.askRevote, no: t.keep, harmless: false, done: t.revoted };
    case 'nextRound': {
      const round = poll.round + 1;
      return {
        title: t.askRound.title(round),
        text: t.askRound.text,
        yes: t.askRound.yes(round),
        harmless: true,
        done: t.roundOpened(round),
      };
    }
  }
}
