import { plural } from '../../../words/format';

const people = (n: number): string => plural(n, 'person', 'people');
const letters = (n: number): string => plural(n, 'message', 'messages');

export default {
  title: 'Send the links by e-mail',
  text: 'Everyone gets a letter with a link of their own.',
  pace: (perMinute: number) =>
    `At most ${letters(perMinute)} leave in a minute. The sending goes on when you close this page.`,
  care: 'Who sends is recorded. Whoever has a link acts in that person’s name, so check the addresses first.',
  notSetUp: 'The service has no mail server set up, so it cannot send the links itself.',
  instead:
    'Print badges or letters of invitation, or download the address file and send the links with your own mail program.',
  unsent: 'Not sent yet',
  queued: 'In the queue',
  sent: 'Sent',
  failed: 'Not reached',
  noAddress: 'Without an e-mail address',
  people,
  send: (n: number) => `Send to ${people(n)}`,
  again: (n: number) => `Send again to ${people(n)} not reached`,
  againOne: 'Send again to the person not reached',
  stop: 'Stop sending',
  stopped: 'The sending has been stopped. What has left already cannot be taken back.',
  ordered: 'The messages are in the queue.',
  ask: {
    title: (n: number) => `Send the link to ${people(n)}?`,
    text: (minutes: number) =>
      `The messages start to leave at once, and all will have left in about ${plural(minutes, 'minute', 'minutes')}. A message that has left cannot be taken back, but the link can be replaced.`,
    yes: 'Send',
  },
  sending: (sent: number, all: number) => `Sent ${sent}/${all}`,
  left: (minutes: number) => `About ${plural(minutes, 'minute', 'minutes')} left.`,
  unreachable:
    'The mail server does not answer or does not take messages. They stay in the queue and are tried for a day. If this goes on, ask whoever runs the service to check its settings.',
  retrying: (n: number) =>
    `${letters(n)} ${n === 1 ? 'waits' : 'wait'} for another try, because the receiving server asked to wait.`,
  done: (sent: number) => `The sending is done: ${letters(sent)} sent.`,
  doneWithFailures: (sent: number, failed: number) =>
    `The sending is done: ${letters(sent)} sent, ${people(failed)} not reached.`,
  show: (n: number) => `Show who did not get the message (${n})`,
  hide: 'Hide the list',
  list: 'Without the message',
  listed: (n: number, of: number) => `Showing ${n}/${of}.`,
  column: { name: 'Name', organisation: 'Organisation', email: 'E-mail', reason: 'Reason' },
  answer: 'The server answered:',
  fault: {
    NO_LINK: 'The link is revoked.',
    NO_ADDRESS: 'There is no e-mail address.',
    BAD_ADDRESS: 'The address is malformed or cannot be sent to.',
    REFUSED: 'The server refused the message. Check the address.',
    POSTPONED: 'The receiving server asked to wait for a whole day.',
    UNREACHABLE: 'The mail server was not to be reached for a day.',
  },
  one: {
    send: 'Send the link by e-mail',
    title: 'Send the link?',
    text: (email: string) => `The link is sent to ${email}.`,
    yes: 'Send',
    ordered: 'The message is in the queue. How it goes on is shown above the list of people.',
  },
};
