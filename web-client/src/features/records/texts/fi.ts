export default {
  title: 'Lataa aineisto',
  attendance: 'Läsnäolo',
  attendanceText: 'Kuka oli läsnä, missä osiossa ja mihin aikaan',
  polls: 'Kyselyjen tulokset',
  pollsText: 'Jakaumat, keskiarvot, järjestykset ja päätökset',
  commitments: 'Sitoutumiset',
  commitmentsText: 'Kuntien vastaukset ja varaukset',
  registers: 'Äänioikeutetut',
  registersText: 'Kuka sai äänestää, oli läsnä ja äänesti – ei, miten',
  download: (what: string, format: string) => `${what}, ${format}`,
};
