import type fi from './fi';

const en: typeof fi = {
  mean: 'Mean',
  median: 'Median',
  answers: 'Answers',
  cantSay: 'Cannot say',
  scaleTable: 'Distribution of answers by statement',
  distribution: (counts, cantSay) => `Distribution of answers. ${counts}. Cannot say: ${cantSay}.`,
  stepCount: (step, count) => `Value ${step}: ${count}`,
};

export default en;
