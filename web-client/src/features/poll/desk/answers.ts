import type { Ballot, Poll } from '../polls';
import { common } from '../../../words/common';
import { pollTexts } from './texts';

/** The headings of the answers' columns: one a statement or option where each is answered, otherwise one for all. */
export function answerColumns(poll: Poll): string[] {
  if (poll.kind === 'SCALE' || poll.kind === 'COMMITMENT') return poll.statements.map(({ text }) => text);
  if (poll.kind === 'POINTS') return poll.options.map(({ text }) => text);
  return [pollTexts.t.named.answer];
}

/** One named ballot in words, a text for each column. */
export function answersInWords(poll: Poll, ballot: Ballot): string[] {
  const t = pollTexts.t;
  const option = (place: number): string => poll.options[place]?.text ?? '';
  if (ballot.scale) return ballot.scale.map((value) => (value === null ? common.t.cantSay : String(value)));
  if (ballot.points) return ballot.points.map(String);
  if (ballot.commitment) {
    return ballot.commitment.map(({ answer, reservation }) =>
      [t.commitment[answer], reservation && t.named.reservation(reservation)].filter(Boolean).join('. '),
    );
  }
  if (ballot.choice) return [ballot.choice.map(option).join(', ')];
  if (ballot.ranking) return [ballot.ranking.map((place, i) => `${i + 1}. ${option(place)}`).join(' ')];
  if (ballot.thumb) return [t.thumb[ballot.thumb]];
  return [(ballot.texts ?? ballot.words ?? []).join(' · ')];
}
