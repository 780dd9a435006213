import type fi from './fi';

const en: typeof fi = {
  product: 'Sovittu',
  languageLabel: 'Language',
  skipToContent: 'Skip to content',
  loading: 'Loading…',
  asTable: 'Figures as a table',
  close: 'Close',
  cancel: 'Cancel',
  offline: 'No connection. Trying again…',
  backOnline: 'The connection is back.',
  roles: {
    PARTICIPANT: 'Participant',
    CHAIR: 'Chair',
    SECRETARY: 'Secretary',
    ORGANISER: 'Organiser',
    OBSERVER: 'Observer',
    SCREEN: 'Screen',
  },
  rolesLabel: 'Roles',
  channel: { ON_SITE: 'On site', TEAMS: 'Teams' },
  roomState: { WAITING: 'Not started', RUNNING: 'Under way', ENDED: 'Ended' },
  commitment: {
    COMMITS: 'We commit',
    RESERVATION: 'We commit with a reservation',
    DECLINES: 'We do not commit',
  },
  cantSay: 'Can’t say',
  notFound: {
    title: 'Page not found',
    text: 'There may be a typing error in the address. Join the meeting with its code.',
  },
  expired: {
    title: 'You are no longer signed in',
    text: 'The browser does not recognise you in this meeting. This happens when cookies have been deleted or the link was opened on another device. Please join again.',
  },
  badLink: {
    title: 'The link does not work',
    text: 'The personal link has expired or is incomplete. Ask the organiser for a new one.',
  },
  noAnswer: {
    title: 'The server does not answer',
    text: 'Check the network connection and try again.',
  },
  toStart: 'Join with a code',
  tryAgain: 'Try again',
};

export default en;
