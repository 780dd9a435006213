import type fi from './fi';

const en: typeof fi = {
  open: 'The poll is open',
  voteOpen: 'The vote is open',
  round: (n) => `round ${n}`,
  goTo: 'Go to the poll',
  notSent: 'Not sent yet',
  timeLeft: (time) => `${time} left`,
  openSaid: (title) => `The poll is open: ${title}`,
  closed: 'The poll is closed',
  closedSaid: (title) => `The poll is closed: ${title}`,
  cancelled: 'The poll was cancelled',
  cancelledHelp: 'The answers given were not counted.',
  cancelledSaid: (title) => `The poll was cancelled: ${title}`,
  discarded: 'The result was set aside',
  discardedHelp: 'The answers given are not taken into account.',
  discardedSaid: (title) => `The result was set aside: ${title}`,
  understood: 'Got it',
  resultsSaid: (title) => `The results are shown: ${title}`,
  results: 'Results',
  liveResults: 'Results so far',
  earlierResults: 'Earlier results',
  turnout: (voted, entitled) => `Answered ${voted}/${entitled}`,
  withheld: 'The result is shown once there are enough answers that nobody’s answer is revealed.',
  failed: 'This part of the page could not be loaded. What you have filled in is kept on this device.',
  reload: 'Load the page again',
};

export default en;
