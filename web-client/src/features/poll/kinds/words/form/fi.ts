export default {
  words: {
    upTo: (n: number) => `Anna enintään ${n} sanaa tai lyhyttä ilmausta.`,
    one: 'Sana tai lyhyt ilmaus',
    label: (n: number) => `Sana ${n}`,
    missing: 'Kirjoita ainakin yksi sana.',
  },
};
