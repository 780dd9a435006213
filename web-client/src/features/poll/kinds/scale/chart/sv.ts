import type fi from './fi';

const sv: typeof fi = {
  mean: 'Medelvärde',
  median: 'Median',
  answers: 'Antal svar',
  cantSay: 'Kan inte säga',
  scaleTable: 'Svarsfördelning per påstående',
  distribution: (counts, cantSay) => `Svarsfördelning. ${counts}. Kan inte säga: ${cantSay}.`,
  stepCount: (step, count) => `Värde ${step}: ${count}`,
};

export default sv;
