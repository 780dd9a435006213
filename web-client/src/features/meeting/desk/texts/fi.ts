import { atTime } from '../../../../words/format';

export default {
  choose: 'Valitse osio',
  others: 'Muut osiot',
  all: 'Osiot',
  starts: (instant: string) => `Alkaa ${atTime(instant)}`,
  shouldHaveStarted: (instant: string) => `Piti alkaa ${atTime(instant)}`,
  ended: (instant: string) => `Päättyi ${atTime(instant)}`,
  between: 'Ei käynnissä olevaa asiakohtaa',
  none: 'Tässä istunnossa ei ole osioita.',
};
