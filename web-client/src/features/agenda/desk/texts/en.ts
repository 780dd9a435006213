import { atTime, plural } from '../../../../words/format';
import type fi from './fi';

const minutes = (n: number): string => `${n} min`;

const en: typeof fi = {
  title: 'Agenda',
  state: { COMING: 'Coming', RUNNING: 'In progress', DONE: 'Done', SKIPPED: 'Skipped' },
  next: 'Next',
  nextItem: (title) => `Next: ${title}`,
  startWith: (title) => `Start: ${title}`,
  jump: 'Go to this',
  jumpTo: (title) => `Go to the item ${title}`,
  back: 'Return to this',
  backTo: (title) => `Return to the item ${title}`,
  stop: 'End this item',
  endRoom: 'End the session',
  moved: (title) => `Now in progress: ${title}`,
  stopped: 'The item has been ended.',
  roomEnded: 'The session has ended.',
  reopen: 'The session has ended. You can reopen it by going to any item.',
  empty: 'The agenda has no items.',
  askBack: {
    title: 'Return to an earlier item?',
    text: (title) => `All participants will see that “${title}” is in progress again. The current item ends.`,
    yes: 'Return to the item',
  },
  askEnd: {
    title: 'End the session?',
    text: 'The participants move to the plenary. Close any open polls first.',
    plenary: 'The meeting ends for all participants. Close any open polls first.',
    left: (n) => `${plural(n, 'item has', 'items have')} not been dealt with yet.`,
    yes: 'End the session',
  },
  movedByOther:
    'Another chair moved the session first. The view is now up to date; please check it before going on.',
  time: {
    clock: 'Time',
    onTime: 'On schedule',
    late: (n) => `${minutes(n)} late`,
    early: (n) => `${minutes(n)} early`,
    left: 'left',
    over: 'over the planned time',
    planned: (n) => `${minutes(n)} planned`,
    ends: (instant) => `Expected to end ${atTime(instant)}`,
    endsPlanned: (instant) => `planned ${atTime(instant)}`,
    estimate: (instant) => `expected ${atTime(instant)}`,
    minutes,
  },
};

export default en;
