import type fi from './fi';

const sv: typeof fi = {
  open: 'Omröstningen är öppen',
  voteOpen: 'Omröstningen är öppen',
  round: (n) => `omgång ${n}`,
  goTo: 'Gå till omröstningen',
  notSent: 'Inte skickat ännu',
  timeLeft: (time) => `${time} kvar`,
  openSaid: (title) => `Omröstningen är öppen: ${title}`,
  closed: 'Omröstningen är avslutad',
  closedSaid: (title) => `Omröstningen är avslutad: ${title}`,
  cancelled: 'Omröstningen avbröts',
  cancelledHelp: 'Svaren räknades inte.',
  cancelledSaid: (title) => `Omröstningen avbröts: ${title}`,
  discarded: 'Resultatet förkastades',
  discardedHelp: 'Svaren beaktas inte.',
  discardedSaid: (title) => `Resultatet förkastades: ${title}`,
  understood: 'Jag förstår',
  resultsSaid: (title) => `Resultatet visas: ${title}`,
  results: 'Resultat',
  liveResults: 'Resultat hittills',
  earlierResults: 'Tidigare resultat',
  turnout: (voted, entitled) => `Svarat ${voted}/${entitled}`,
  withheld: 'Resultatet visas när svaren är så många att ingens svar avslöjas.',
  failed: 'Den här delen av sidan kunde inte laddas. Det du redan har fyllt i finns kvar på enheten.',
  reload: 'Ladda om sidan',
};

export default sv;
