import type fi from './fi';

const en: typeof fi = {
  now: {
    here: 'You are in',
    now: 'Now',
    next: 'Next',
    notStarted: 'The meeting has not started yet.',
    between: 'The next item starts soon.',
    ended: 'The meeting has ended. Thank you for taking part!',
    roomEnded: 'The session has ended.',
    startsAt: (at) => `Scheduled ${at}`,
    elapsed: 'Elapsed',
    planned: (minutes) => `${minutes} min planned`,
    over: (minutes) => `${minutes} min over`,
    itemSaid: (title) => `Now: ${title}`,
  },
  agenda: {
    title: 'Programme',
    state: { COMING: 'Coming', RUNNING: 'Now', DONE: 'Done' },
    minutes: (n) => `${n} min`,
  },
};

export default en;
