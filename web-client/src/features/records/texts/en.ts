import type fi from './fi';

const en: typeof fi = {
  title: 'Downloads',
  attendance: 'Attendance',
  attendanceText: 'Who was present, in which session and when',
  polls: 'Poll results',
  pollsText: 'Distributions, means, rankings and decisions',
  commitments: 'Commitments',
  commitmentsText: 'The municipalities’ answers and reservations',
  registers: 'Registers of voters',
  registersText: 'Who might vote, was present and voted – not how',
  download: (what, format) => `${what}, ${format}`,
};

export default en;
