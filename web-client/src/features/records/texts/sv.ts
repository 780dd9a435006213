import type fi from './fi';

const sv: typeof fi = {
  title: 'Ladda ner material',
  attendance: 'Närvaro',
  attendanceText: 'Vem som var närvarande, i vilken session och när',
  polls: 'Omröstningarnas resultat',
  pollsText: 'Fördelningar, medelvärden, rangordningar och beslut',
  commitments: 'Förbindelser',
  commitmentsText: 'Kommunernas svar och förbehåll',
  registers: 'Röstberättigade',
  registersText: 'Vem som fick rösta, var närvarande och röstade – inte hur',
  download: (what, format) => `${what}, ${format}`,
};

export default sv;
