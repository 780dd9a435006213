import type fi from './fi';

const sv: typeof fi = {
  now: {
    here: 'Du är i sessionen',
    now: 'Nu',
    next: 'Härnäst',
    notStarted: 'Mötet har inte börjat ännu.',
    between: 'Nästa punkt börjar snart.',
    ended: 'Mötet är avslutat. Tack för att du deltog!',
    roomEnded: 'Sessionen är avslutad.',
    startsAt: (at) => `Enligt programmet ${at}`,
    elapsed: 'Använt',
    planned: (minutes) => `reserverat ${minutes} min`,
    over: (minutes) => `${minutes} min över tiden`,
    itemSaid: (title) => `Nu: ${title}`,
  },
  agenda: {
    title: 'Program',
    state: { COMING: 'Kommer', RUNNING: 'Nu', DONE: 'Behandlad' },
    minutes: (n) => `${n} min`,
  },
};

export default sv;
