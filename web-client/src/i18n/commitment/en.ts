import type fi from './fi';

const en: typeof fi = {
  about: (municipality) => `You answer for your municipality: ${municipality}.`,
  rule: 'Each municipality gives one answer. The answer and the name of who gave it are recorded in the minutes.',
  goals: (n) => `Goals (${n})`,
  answer: 'The municipality’s answer',
  reservation: 'What is the reservation?',
  reservationHint: (left) => `At most 1000 characters, ${left} left.`,
  reservationMissing: 'Enter the reservation.',
  reservationTooLong: 'The reservation is too long.',
  missing: 'Choose the municipality’s answer.',
  missingCount: (n) => (n === 1 ? 'One part is not complete.' : `${n} parts are not complete.`),
  send: 'Send the municipality’s answer',
  saved: (at) => `The municipality’s answer was saved ${at}`,
  given: (municipality) => `${municipality} has answered`,
  by: (name, at) => `${name}, ${at}`,
  change: 'Change the answer',
  cancelChange: 'Discard the change',
  newer: (name, at) => `${name} sent your municipality’s answer ${at}. Your form has not been changed.`,
  overtaken: (name, at) =>
    `Your answer was not saved, because ${name} sent your municipality’s answer first, ${at}. This answer stands:`,
  useTheirs: 'Use the answer sent',
  keepMine: 'Go on with mine',
  theirAnswer: 'The answer that stands',
  onlyMunicipalities: 'In this vote the municipalities answer, one answer for each.',
  answeredBy: (n, of) => `${n}/${of} municipalities have answered`,
  whoAnswered: 'Municipalities that have answered',
  notEntitled: 'You cannot answer for your municipality now.',
  closedNone: 'Your municipality did not answer this vote.',
  closedUnsent: 'The vote was closed before your answer was sent.',
  remark: 'Your municipality’s answer has changed – see the end of the form.',
};

export default en;
