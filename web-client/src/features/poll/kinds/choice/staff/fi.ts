export default {
  label: 'Valinta',
  help: 'yksi tai useampi',
  asksOne: 'Valitaan yksi vaihtoehto.',
  asksMost: (n: number) => `Valitaan enintään ${n} vaihtoehtoa.`,
  taskOne: 'Valitse yksi vaihtoehto',
  taskMost: (most: number) => `Valitse enintään ${most} vaihtoehtoa`,
};
