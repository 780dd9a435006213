import { atTime, plural } from '../../../../words/format';
import type fi from './fi';

const minutes = (n: number): string => `${n} min`;

const sv: typeof fi = {
  title: 'Föredragningslista',
  state: { COMING: 'Kommande', RUNNING: 'Pågår', DONE: 'Behandlat', SKIPPED: 'Överhoppat' },
  next: 'Nästa',
  nextItem: (title) => `Nästa: ${title}`,
  startWith: (title) => `Börja: ${title}`,
  jump: 'Gå hit',
  jumpTo: (title) => `Gå till ärendet ${title}`,
  back: 'Gå tillbaka hit',
  backTo: (title) => `Gå tillbaka till ärendet ${title}`,
  stop: 'Avsluta ärendet',
  endRoom: 'Avsluta sessionen',
  moved: (title) => `Nu behandlas: ${title}`,
  stopped: 'Ärendet har avslutats.',
  roomEnded: 'Sessionen har avslutats.',
  reopen: 'Sessionen har avslutats. Du kan öppna den på nytt genom att gå till ett ärende.',
  empty: 'Föredragningslistan är tom.',
  askBack: {
    title: 'Vill du gå tillbaka till ett tidigare ärende?',
    text: (title) => `Alla deltagare ser att ”${title}” behandlas på nytt. Det pågående ärendet avslutas.`,
    yes: 'Gå tillbaka till ärendet',
  },
  askEnd: {
    title: 'Vill du avsluta sessionen?',
    text: 'Deltagarna flyttas till plenum. Stäng gärna öppna omröstningar först.',
    plenary: 'Mötet avslutas för alla deltagare. Stäng gärna öppna omröstningar först.',
    left: (n) => `${plural(n, 'ärende', 'ärenden')} har ännu inte behandlats.`,
    yes: 'Avsluta sessionen',
  },
  movedByOther:
    'En annan ordförande hann flytta sessionen. Vyn är nu uppdaterad; kontrollera läget innan du fortsätter.',
  time: {
    clock: 'Klockan',
    onTime: 'Enligt tidtabellen',
    late: (n) => `${minutes(n)} försenad`,
    early: (n) => `${minutes(n)} före tidtabellen`,
    left: 'kvar',
    over: 'över den reserverade tiden',
    planned: (n) => `${minutes(n)} reserverat`,
    ends: (instant) => `Slutar uppskattningsvis ${atTime(instant)}`,
    endsPlanned: (instant) => `planerat ${atTime(instant)}`,
    estimate: (instant) => `uppskattning ${atTime(instant)}`,
    minutes,
  },
};

export default sv;
