export default {
  mean: 'Keskiarvo',
  median: 'Mediaani',
  answers: 'Vastauksia',
  cantSay: 'En osaa sanoa',
  scaleTable: 'Vastausten jakauma väittämittäin',
  /** One statement's bars for those who do not see them. */
  distribution: (counts: string, cantSay: number) =>
    `Vastausten jakauma. ${counts}. En osaa sanoa: ${cantSay}.`,
  stepCount: (step: number, count: number) => `Arvo ${step}: ${count}`,
};
