import type fi from './fi';

const en: typeof fi = {
  title: 'Vote for this person',
  help: 'Only in named polls, for someone without a phone. The results show who entered the answer.',
  poll: 'Open named poll',
  none: 'No named poll is open in your sessions.',
  choose: 'Choose a poll',
  voted: 'An answer has been given already. You can replace it.',
  incomplete: 'The answer is not complete. Fill in the marked places.',
  save: 'Save the answer',
  saved: (name) => `The answer has been saved: ${name}.`,
};

export default en;
