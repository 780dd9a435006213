import { atTime } from '../../../../words/format';
import type fi from './fi';

const sv: typeof fi = {
  join: 'Anslut dig',
  code: 'Kod',
  next: 'Härnäst',
  now: 'Nu',
  nothingNow: 'Vi fortsätter snart',
  rooms: 'Parallella sessioner',
  ended: 'Tack för att du deltog!',
  roomEnded: 'Sessionen har avslutats',
  returnTo: 'Vi fortsätter i plenum.',
  waitsFor: (instant) => `Börjar ${atTime(instant)}`,
  lost: 'Ingen förbindelse',
  full: 'Helskärm',
  clock: 'Klockan',
  coverage: (n, of) => `${n}/${of} kommuner`,
  persons: (onSite, teams) => `På plats ${onSite}, i Teams ${teams}`,
  between: 'Inget ärende behandlas just nu',
  starts: (instant) => `Börjar ${atTime(instant)}`,
  endedAt: (instant) => `Avslutades ${atTime(instant)}`,
};

export default sv;
