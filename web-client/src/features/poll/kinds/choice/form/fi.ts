export default {
  choice: {
    one: 'Valitse yksi vaihtoehto',
    several: (n: number) => `Valitse enintään ${n} vaihtoehtoa`,
    missing: 'Valitse vaihtoehto.',
    tooMany: (n: number) => `Valitse enintään ${n}. Poista valintoja.`,
    chosen: (n: number, of: number) => `Valittu ${n}/${of}`,
  },
};
