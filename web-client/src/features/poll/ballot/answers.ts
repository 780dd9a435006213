import type { Poll } from '../polls';
import { ballots } from './texts';
import { common } from '../../../words/common';
import type { Forms } from '../kinds/answers';
import { isBlank } from '../kinds/text/answers';

/** One answer, and to which statement or option it was given where that must be said. */
export interface Line {
  about?: string | undefined;
  answer: string;
  remark?: string;
}

/** How often each answer was given, in the order in which they came. */
export function countsOf(lines: readonly Line[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { answer } of lines) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts];
}

export function linesOf(poll: Poll, form: unknown): Line[] {
  const option = (place: number): string => poll.options[place]?.text ?? '';
  switch (poll.kind) {
    case 'SCALE':
      return (form as Forms['SCALE']).map((choice, i) => ({
        about: poll.statements[i]?.text,
        answer: typeof choice === 'number' ? `${choice}` : common.t.cantSay,
      }));
    case 'CHOICE':
      return (form as Forms['CHOICE']).map((place) => ({ answer: option(place) }));
    case 'THUMBS': {
      const thumb = form as Forms['THUMBS'];
      return thumb ? [{ answer: ballots.t.thumbs[thumb] }] : [];
    }
    case 'RANKING':
      return (form as Forms['RANKING']).map((place) => ({ answer: option(place) }));
    case 'POINTS':
      return (form as Forms['POINTS']).map((points, i) => ({ about: option(i), answer: `${points}` }));
    case 'TEXT':
    case 'WORDS':
      return (form as Forms['TEXT']).filter((text) => !isBlank(text)).map((answer) => ({ answer }));
    case 'COMMITMENT':
      return (form as Forms['COMMITMENT']).flatMap(({ answer, reservation }, i) =>
        answer === null
          ? []
          : [
              {
                about: poll.statements[i]?.text,
                answer: common.t.commitment[answer],
                ...(answer === 'RESERVATION' ? { remark: reservation } : {}),
              },
            ],
      );
  }
}
