import { atTime, date } from '../../../../words/format';
import type fi from './fi';

const when = (instant: string): string => `${date(instant)} ${atTime(instant)}`;

const en: typeof fi = {
  title: 'Sign in',
  provider: 'Sign in with your organisation’s account',
  providerText: 'Organisers, chairs and secretaries sign in with the account of their organisation.',
  noProvider: 'Organisers, chairs and secretaries need a link. Ask the organiser of the meeting for it.',
  link: 'Sign-in link',
  linkText: 'The link works once. It is used up only when you press the button.',
  useLink: 'Sign in',
  working: 'Signing in…',
  failed: 'The sign-in did not succeed',
  noAnswer: 'The server does not answer. Check your network connection and try again.',
  newLink: 'The organiser makes a new one in the list of people.',
  again: 'Begin again',
  choose: 'Which meeting?',
  toStart: 'Join by code',
  sessions: 'My sessions',
  sessionsText: 'In these browsers you are signed in to this meeting.',
  whose: 'The sessions of which meeting?',
  noParticipants: 'Nobody has signed in to a meeting on this device.',
  current: 'This browser',
  unknownDevice: 'Unknown browser',
  madeBy: {
    CODE: 'Joined by the code',
    LINK: 'Opened by the personal link',
    ONE_TIME_LINK: 'Signed in by a one-time link',
    PROVIDER: 'Signed in with the organisation’s account',
  },
  madeAt: (instant) => `Began ${when(instant)}`,
  seenAt: (instant) => `Last used ${when(instant)}`,
  until: (instant) => `Valid until ${when(instant)}`,
  endHere: 'Sign out of this browser',
  end: 'Sign out',
  endNamed: (device) => `Sign out: ${device}`,
  ended: 'The browser is signed out, and the page that was open in it is closed.',
  endAll: 'Sign out everywhere',
  endAllAsk: 'Sign out of all browsers?',
  endAllText:
    'All open pages are closed at once, this one too. Your personal link does not change: if somebody else has it, ask the organiser to replace it.',
  oneTime: 'One-time sign-in link',
  oneTimeText: 'The link signs the person in once. A new link replaces an earlier one that was not used.',
  makeLink: 'Make a sign-in link',
  linkMade: (instant) => `The link has been made. It is valid until ${when(instant)}.`,
};

export default en;
