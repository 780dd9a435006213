import choice from '../../kinds/choice/form/en';
import scale from '../../kinds/scale/form/en';
import thumbs from '../../kinds/thumbs/form/en';
import ranking from '../../kinds/ranking/form/en';
import points from '../../kinds/points/form/en';
import text from '../../kinds/text/form/en';
import words from '../../kinds/words/form/en';
import commitment from '../../kinds/commitment/form/en';
import { plural } from '../../../../words/format';
import type fi from './fi';

const when = (at: string): string => at && ` ${at}`;

const en: typeof fi = {
  ...choice,
  ...scale,
  ...thumbs,
  ...ranking,
  ...points,
  ...text,
  ...words,
  ...commitment,
  secrecy: {
    anonymous: 'You answer anonymously. Nobody can see what you answered.',
    named: (name) =>
      `You answer by name: ${name}. Everyone who sees the result sees your name and your answers.`,
    changeable: 'You can change your answers until the poll is closed.',
    more: 'What is published of the results',
    grouped: (groups) => `The answers are also counted by ${groups}. Results of small groups are not shown.`,
    groups: {
      MUNICIPALITY: 'municipality',
      ORGANISATION_KIND: 'type of organisation',
      SUB_REGION: 'sub-region',
      CHANNEL: 'way of taking part',
    },
    published:
      'When the result is shown, the answers are published without names. Each has a code that only the voter’s own phone recognises.',
    texts: 'Others see your text. Do not write anything that tells who you are.',
    moderated: 'Others see the text once the chair or the secretary has let it through.',
  },
  body: {
    municipality: {
      about: (name) => `You answer for your municipality: ${name}.`,
      rule: 'Each municipality gives one answer, and a later one replaces an earlier one.',
      named: 'The answer and the name of who gave it are recorded in the minutes.',
      secret:
        'Nobody can see what the municipality answered; all that shows is that it has answered and who answered for it.',
      answer: 'The municipality’s answer',
      reservation: 'What are the municipality’s reservations?',
      missing: 'Choose the municipality’s answer.',
      send: 'Send the municipality’s answer',
      saved: (at) => `The municipality’s answer was saved${when(at)}`,
      newer: (name, at) =>
        `${name} sent your municipality’s answer${when(at)}. Your form has not been changed.`,
      overtaken: (name, at) =>
        `Your answer does not stand, because ${name} sent your municipality’s answer first${when(at)}.`,
      replaced: (name, at) => `${name} sent your municipality’s answer${when(at)}. It replaced yours.`,
      onlyThese: 'In this poll the municipalities answer, one answer for each.',
      answeredBy: (n, of) => `${n}/${of} municipalities have answered`,
      whoAnswered: 'Municipalities that have answered',
      notEntitled: 'You cannot answer for your municipality now.',
      closedNone: 'Your municipality did not answer this poll.',
      remark: 'Your municipality’s answer has changed – see the end of the form.',
    },
    organisation: {
      about: (name) => `You answer for your organisation: ${name}.`,
      rule: 'Each organisation gives one answer, and a later one replaces an earlier one.',
      named: 'The answer and the name of who gave it are recorded in the minutes.',
      secret:
        'Nobody can see what the organisation answered; all that shows is that it has answered and who answered for it.',
      answer: 'The organisation’s answer',
      reservation: 'What are the organisation’s reservations?',
      missing: 'Choose the organisation’s answer.',
      send: 'Send the organisation’s answer',
      saved: (at) => `The organisation’s answer was saved${when(at)}`,
      newer: (name, at) =>
        `${name} sent your organisation’s answer${when(at)}. Your form has not been changed.`,
      overtaken: (name, at) =>
        `Your answer does not stand, because ${name} sent your organisation’s answer first${when(at)}.`,
      replaced: (name, at) => `${name} sent your organisation’s answer${when(at)}. It replaced yours.`,
      onlyThese: 'In this poll the organisations of certain groups answer, one answer for each.',
      answeredBy: (n, of) => `${n}/${of} organisations have answered`,
      whoAnswered: 'Organisations that have answered',
      notEntitled: 'You cannot answer for your organisation now.',
      closedNone: 'Your organisation did not answer this poll.',
      remark: 'Your organisation’s answer has changed – see the end of the form.',
    },
  },
  elsewhere: {
    newer: (at) => `You answered on another device${when(at)}. Your form has not been changed.`,
    overtaken: (at) => `These answers do not stand, because you answered on another device${when(at)}.`,
    remark: 'You answered on another device – see the end of the form.',
  },
  colleague: 'Another of your representatives',
  given: (organisation) => `${organisation} has answered`,
  secretAnswer: 'The answer is secret and is not shown even to the organisation’s own representatives.',
  change: 'Change the answer',
  cancelChange: 'Discard the change',
  useTheirs: 'Use the answer sent',
  keepMine: 'Go on with mine',
  standing: 'The answer that stands',
  allAnswers: (n) => `Show all ${n} answers`,
  absent: 'You are not present now, so you cannot vote.',
  inRoom: (room) => `This poll is for those who are in ${room}.`,
  noRight: 'You do not have the right to vote now.',
  notInGroups: 'This poll is for certain groups only, and you are not in them.',
  votedElsewhere:
    'You have already voted in another browser. The answers can be changed only in that browser.',
  earlier: {
    offer:
      'You answered in the previous round. You can start from those answers and change them before sending.',
    use: 'Start from my previous answers',
    used: 'Your answers from the previous round are in the form. They have not been sent yet.',
  },
  time: {
    left: 'Time left',
    leftSaid: (time) => `Time left: ${time}.`,
    minutes: (n) => plural(n, 'minute', 'minutes'),
    seconds: (n) => plural(n, 'second', 'seconds'),
    longer: 'More time was given.',
    shorter: 'The poll closes earlier than announced.',
    set: 'The poll closes by itself.',
    lifted: 'The time limit was removed. The chair closes the poll.',
    closing: 'The poll is closing now…',
    hurry: (time) => `Only ${time} left. Send your answers!`,
    hurrySaid: 'Your answer has not been sent yet.',
  },
  send: 'Send the answer',
  sendAll: 'Send the answers',
  sendChange: 'Send the change',
  notSent: 'Not sent yet',
  changeNotSent: 'The change has not been sent yet',
  sending: 'Sending…',
  waiting: 'No connection – your vote is waiting to be sent',
  waitingHelp: 'It is sent as soon as the connection is back. Keep this page open.',
  saved: (at) => `Your vote was saved${when(at)}`,
  refused: 'Your answers were not saved.',
  refusedKept: (at) => `The change was not saved. Your answers saved ${at} stand.`,
  tooLate: 'The poll was closed before your answers arrived. They were not counted.',
  tooLateKept: (at) => `The poll was closed before the change arrived. Your answers saved ${at} stand.`,
  closedUnsent: 'The poll was closed before you sent your answers. They were not counted.',
  closedNoVote: 'You did not answer this poll.',
  closedSaved: (at) => `You answered ${at}. Thank you!`,
  closedVoted: 'You answered this poll. Thank you!',
  resultsLater: 'The chair shows the results when they are discussed.',
  missing: 'Choose an answer here.',
  answered: (n, of) => `Answered ${n}/${of}`,
  written: (n, of) => `Written ${n}/${of}`,
  receipt: {
    check: 'Check that your answer is in the count',
    checking: 'Checking that your answer is in the count…',
    found: 'Your answer is in the count',
    code: 'The code of your answer',
    codeHelp: 'This phone reckoned the code itself and found it among the published answers.',
    show: 'Show my own answer',
    hide: 'Hide my own answer',
    published: 'The answer published under your code',
    missing: 'Your answer is not among the published answers.',
    different:
      'The answer published under your code is not the one that the server acknowledged to this phone.',
    tell: 'Tell the chair and show this code. The result must be checked.',
    tellIf: 'If nobody of your organisation answered after you, tell the chair and show this code.',
    sent: (at) => `Your phone remembers the answer that the server saved ${at}:`,
    file: 'Download the published ballots',
    recount: 'Count the votes yourself',
    failed: 'The published answers could not be fetched. Try again.',
  },
  upvote: {
    support: 'Support',
    label: (text, n) => `Support: ${text}. ${plural(n, 'supporter', 'supporters')}.`,
  },
};

export default en;
