export default {
  commitment: {
    goal: (n: number, of: number) => `Tavoite ${n}/${of}`,
    answer: 'Vastaus',
    all: (n: number) => `Sama vastaus kaikkiin ${n} tavoitteeseen`,
    reservation: 'Mitä varauksia sinulla on?',
    left: (n: number) =>
      n >= 0 ? `Enintään 1000 merkkiä, jäljellä ${n}.` : `Enintään 1000 merkkiä, ${-n} liikaa.`,
    same: 'Sama teksti kuin edellisessä varauksessa',
    reservationMissing: 'Kirjoita varaukset.',
    reservationTooLong: 'Teksti on liian pitkä.',
    missing: (n: number) => (n === 1 ? 'Yksi tavoite on vielä kesken.' : `${n} tavoitetta on vielä kesken.`),
  },
};
