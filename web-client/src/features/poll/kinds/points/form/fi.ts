import { plural } from '../../../../../words/format';

export default {
  points: {
    help: 'Jaa 100 pistettä vaihtoehdoille',
    left: (n: number) => `Jäljellä ${n} / 100`,
    over: (n: number) => `${plural(n, 'piste', 'pistettä')} liikaa`,
    complete: 'Kaikki 100 pistettä on jaettu',
    tooFewPoints: (n: number) => `Jaa vielä ${plural(n, 'piste', 'pistettä')}.`,
    tooManyPoints: (n: number) => `Ota pois ${plural(n, 'piste', 'pistettä')}.`,
    more: (text: string) => `Lisää pisteitä: ${text}`,
    less: (text: string) => `Vähennä pisteitä: ${text}`,
    said: (text: string, n: number) => `${text}: ${plural(n, 'piste', 'pistettä')}.`,
  },
};
