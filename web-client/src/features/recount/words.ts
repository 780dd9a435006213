import type { Poll, Thumb } from '../poll';
import { charts } from '../poll/results';
import { recount } from './texts';
import { namesOf } from '../poll/results';
import type { Answers } from './recount';

/** One ballot's answers as a person would say them. */
export function answerText(poll: Poll, answers: Answers): string {
  const option = (place: unknown): string => poll.options[place as number]?.text ?? String(place);
  switch (poll.kind) {
    case 'SCALE':
      return answers.map((value) => (value === null ? recount.t.cantSayShort : String(value))).join(' · ');
    case 'CHOICE':
      return answers.map(option).join(' · ');
    case 'THUMBS':
      return answers.map((thumb) => charts.t.thumbs[thumb as Thumb] ?? String(thumb)).join(' · ');
    case 'RANKING':
      return answers.map((place, i) => `${i + 1}. ${option(place)}`).join(' · ');
    case 'POINTS':
      return answers.map((points, i) => `${option(i)} ${String(points)}`).join(' · ');
    default:
      return answers.map(String).join(' · ');
  }
}

/** What a number of the tally is called, by its path in it. */
export function fieldName(poll: Poll, path: readonly (string | number)[]): string {
  const t = recount.t.names;
  const [what, place, part, step] = path;
  const own = (name: string | number | undefined): string =>
    typeof name === 'string' && typeof t[name as keyof typeof t] === 'string'
      ? (t[name as keyof typeof t] as string)
      : String(name ?? '');
  if (typeof place !== 'number') return own(what);
  const of = (subject: string, ...rest: string[]): string =>
    [subject, ...rest].filter((one) => one !== '').join(': ');
  switch (what) {
    case 'statements':
      return of(t.statement(place + 1), typeof step === 'number' ? t.step(step + 1) : own(part));
    case 'words':
      return of(t.wordNumber(place + 1), own(part));
    case 'entries':
      return of(t.entry(place + 1), own(part));
    default: {
      const name = namesOf(poll)[place] ?? String(place + 1);
      return of(poll.kind === 'THUMBS' ? charts.t.thumbs[name as Thumb] : name, own(part ?? what));
    }
  }
}
