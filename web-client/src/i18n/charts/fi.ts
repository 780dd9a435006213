export default {
  statement: 'Väittämä',
  mean: 'Keskiarvo',
  median: 'Mediaani',
  answers: 'Vastauksia',
  cantSay: 'En osaa sanoa',
  cantSayShort: 'EOS',
  none: '–',
  asTable: 'Luvut taulukkona',
  scaleTable: 'Vastausten jakauma väittämittäin',
  /** One statement's bars for those who do not see them. */
  distribution: (counts: string, cantSay: number) =>
    `Vastausten jakauma. ${counts}. En osaa sanoa: ${cantSay}.`,
  stepCount: (step: number, count: number) => `Arvo ${step}: ${count}`,

  commits: 'Sitoutuu',
  reservation: 'Sitoutuu varauksin',
  declines: 'Ei sitoudu',
  answered: 'Vastannut',
  missing: 'Ei vastausta',
  answeredOf: 'kuntaa vastannut',
  turnout: (n: number, of: number) => `${n}/${of} kuntaa on vastannut`,
  municipality: 'Kunta',
  reservations: 'Varaukset',
  byMunicipality: 'Vastaukset kunnittain',
  commitmentTable: 'Vastaukset kunnittain ja tavoitekokonaisuuksittain',
  region: 'Seutukunta',
  otherRegion: 'Muut',
};
