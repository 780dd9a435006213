export default {
  label: 'Peukut',
  help: 'ylös, sivulle, alas',
  asks: 'Peukku ylös, sivulle tai alas.',
  task: 'Näytä peukkua',
};
