export default {
  label: '100 pistettä',
  help: 'jaetaan 100',
  asks: 'Vaihtoehdoille jaetaan yhteensä 100 pistettä.',
  task: 'Jaa 100 pistettä vaihtoehdoille',
};
