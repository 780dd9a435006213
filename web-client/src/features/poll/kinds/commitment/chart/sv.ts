import type fi from './fi';

const sv: typeof fi = {
  goal: 'Mål',
  commits: 'Förbinder sig',
  reservation: 'Förbinder sig med förbehåll',
  declines: 'Förbinder sig inte',
  missing: 'Inget svar',
  overall: {
    COMMITS: 'Förbinder sig till alla',
    RESERVATION: 'Förbinder sig till alla, med förbehåll',
    DECLINES: 'Förbinder sig inte till alla',
  },
  overallTitle: 'Helheten',
  reservations: 'Förbehåll',
  goals: 'Mål',
  byMunicipality: 'Svar per kommun',
  goalTable: 'Svar per mål',
  commitmentTable: 'Svar per kommun och mål',
  otherRegion: 'Övriga',
};

export default sv;
