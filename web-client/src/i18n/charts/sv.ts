import type fi from './fi';

const sv: typeof fi = {
  statement: 'Påstående',
  mean: 'Medelvärde',
  median: 'Median',
  answers: 'Antal svar',
  cantSay: 'Kan inte säga',
  cantSayShort: 'KIS',
  none: '–',
  asTable: 'Siffrorna som tabell',
  scaleTable: 'Svarsfördelning per påstående',
  distribution: (counts, cantSay) => `Svarsfördelning. ${counts}. Kan inte säga: ${cantSay}.`,
  stepCount: (step, count) => `Värde ${step}: ${count}`,

  commits: 'Förbinder sig',
  reservation: 'Förbinder sig med förbehåll',
  declines: 'Förbinder sig inte',
  answered: 'Har svarat',
  missing: 'Inget svar',
  answeredOf: 'kommuner har svarat',
  turnout: (n, of) => `${n}/${of} kommuner har svarat`,
  municipality: 'Kommun',
  reservations: 'Förbehåll',
  byMunicipality: 'Svar per kommun',
  commitmentTable: 'Svar per kommun och målhelhet',
  region: 'Ekonomisk region',
  otherRegion: 'Övriga',
};

export default sv;
