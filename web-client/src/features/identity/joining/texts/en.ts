import { plural } from '../../../../words/format';
import type fi from './fi';

const en: typeof fi = {
  start: {
    title: 'Join a meeting',
    code: 'Meeting code',
    codeHint: 'Six letters or digits. The code is on the screen and in the invitation.',
    badCode: 'The code has six letters or digits.',
    go: 'Continue',
    known: 'On this device you are already in',
    continueAs: (name) => `Continue as ${name}`,
    sessions: 'Sessions',
    staff: 'Organisers, chairs and secretaries',
    signIn: 'Sign in with your organisation’s account',
  },
  join: {
    title: 'Join the meeting',
    noMeeting: 'There is no meeting with this code',
    noMeetingHelp: (code) => `Check the code ${code} on the screen or in the invitation.`,
    otherCode: 'Enter another code',
    known: (name) => `You have already joined as ${name}.`,
    asSomeoneElse: 'Join as someone else',
    name: 'First and last name',
    nameMissing: 'Enter your name.',
    organisation: 'Municipality or other organisation',
    organisationHint: 'Type the beginning and choose from the list.',
    organisationMissing: 'Choose an organisation from the list.',
    matches: (n) => (n === 0 ? 'No matches' : plural(n, 'match', 'matches')),
    channel: 'How do you take part?',
    channelMissing: 'Choose whether you are on site or in Teams.',
    room: 'Which session will you attend?',
    roomLater: 'I will decide later',
    go: 'Join',
    going: 'Joining…',
    waiting: 'No connection – joining continues as soon as the connection is back.',
    privacyTitle: 'Your data',
    privacy:
      'Your name, organisation, way of attending and times of attendance are kept with the meeting; the organiser, chairs and secretaries see them. In named votes your answer is kept too. In opinion polls you answer anonymously.',
    retention: (days: number) => `Names are erased ${plural(days, 'day', 'days')} after the meeting.`,
    retentionOpen: 'The organiser decides when names are erased.',
    ownData: 'You can download all your data once you have joined.',
  },
};

export default en;
