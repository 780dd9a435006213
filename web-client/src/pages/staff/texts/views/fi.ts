export default {
  label: 'Näkymät',
  own: 'Oma näkymä',
  door: 'Ovi',
  board: 'Läsnäolotaulu',
  people: 'Henkilöt',
  sessions: 'Omat istunnot',
};
