export default {
  scale: {
    statement: (n: number, of: number) => `Väittämä ${n}/${of}`,
    missing: (n: number) =>
      n === 1 ? 'Yksi väittämä on vielä vailla vastausta.' : `${n} väittämää on vielä vailla vastausta.`,
  },
};
