import { atTime } from '../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  choose: 'Välj session',
  others: 'Övriga sessioner',
  all: 'Sessioner',
  starts: (instant) => `Börjar ${atTime(instant)}`,
  shouldHaveStarted: (instant) => `Skulle ha börjat ${atTime(instant)}`,
  ended: (instant) => `Avslutades ${atTime(instant)}`,
  between: 'Inget ärende behandlas just nu',
  none: 'Det finns inga sessioner för den här rollen.',
};

export default sv;
