import type fi from './fi';

const en: typeof fi = {
  commitment: {
    goal: (n, of) => `Goal ${n}/${of}`,
    answer: 'Answer',
    all: (n) => `The same answer to all ${n} goals`,
    reservation: 'What are your reservations?',
    left: (n) =>
      n >= 0 ? `At most 1000 characters, ${n} left.` : `At most 1000 characters, ${-n} too many.`,
    same: 'The same text as in the previous reservation',
    reservationMissing: 'Write the reservations.',
    reservationTooLong: 'The text is too long.',
    missing: (n) => (n === 1 ? 'One goal is not complete.' : `${n} goals are not complete.`),
  },
};

export default en;
