import type { Poll } from '../polls';
import { ballots } from './texts';
import type { Fault, Forms } from '../kinds/answers';
import { left } from '../kinds/points/answers';
import { isBlank } from '../kinds/text/answers';

/** How far a form is, in a few words. After an attempt to send, `tried`, what it lacks. */
export function progressOf(poll: Poll, form: unknown, faults: readonly Fault[], tried: boolean): string {
  const t = ballots.t;
  const of = poll.statements.length;
  switch (poll.kind) {
    case 'SCALE':
      return tried && faults.length > 0 ? t.scale.missing(faults.length) : t.answered(of - faults.length, of);
    case 'COMMITMENT':
      return tried && faults.length > 0
        ? t.commitment.missing(faults.length)
        : t.answered(of - faults.length, of);
    case 'CHOICE':
      return poll.most > 1 ? t.choice.chosen((form as Forms['CHOICE']).length, poll.most) : '';
    case 'RANKING':
      return t.ranking.progress((form as Forms['RANKING']).length, poll.options.length);
    case 'POINTS': {
      const rest = left(form as Forms['POINTS']);
      return rest === 0 ? t.points.complete : rest > 0 ? t.points.left(rest) : t.points.over(-rest);
    }
    case 'TEXT':
    case 'WORDS': {
      const written = (form as Forms['TEXT']).filter((text) => !isBlank(text)).length;
      return poll.most > 1 ? t.written(written, poll.most) : '';
    }
    case 'THUMBS':
      return '';
  }
}
