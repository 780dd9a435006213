export default {
  now: {
    here: 'Olet osiossa',
    now: 'Nyt',
    next: 'Seuraavaksi',
    notStarted: 'Tilaisuus ei ole vielä alkanut.',
    between: 'Seuraava kohta alkaa pian.',
    ended: 'Tilaisuus on päättynyt. Kiitos osallistumisesta!',
    roomEnded: 'Osio on päättynyt.',
    startsAt: (at: string) => `Ohjelman mukaan ${at}`,
    elapsed: 'Kulunut',
    planned: (minutes: number) => `varattu ${minutes} min`,
    over: (minutes: number) => `${minutes} min yli varatun`,
    itemSaid: (title: string) => `Nyt: ${title}`,
  },
  agenda: {
    title: 'Ohjelma',
    state: { COMING: 'Tulossa', RUNNING: 'Nyt', DONE: 'Käsitelty' },
    minutes: (n: number) => `${n} min`,
  },
};
