import type fi from './fi';

const en: typeof fi = {
  presence: {
    title: 'Your attendance',
    since: (at) => `present since ${at}`,
    left: 'You have left',
    leftHelp: 'You are not present now, so you cannot vote. You can come back at any time.',
    channel: 'How you take part',
    change: 'Change how you take part or the session',
    changeChannel: 'Change how you take part',
    leave: 'I am leaving',
    leaveHelp: 'The time is recorded in the minutes. You can come back at any time.',
    ownData: 'Download your data',
    back: 'I am back',
    saidLeft: 'It is recorded that you have left.',
    saidBack: 'It is recorded that you are present.',
    saidChanged: 'The change has been saved.',
  },
  rooms: {
    title: 'Parallel sessions',
    choose: 'Choose the session you will attend',
    chooseHelp:
      'The session’s programme and polls come to this page. You can change the session at any time.',
    stay: 'I will not attend a parallel session',
    waits: (room) => `You chose ${room}. Its programme comes here when the session starts.`,
    now: 'Now',
  },
};

export default en;
