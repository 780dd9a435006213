import { atTime, plural } from '../../../../words/format';

const minutes = (n: number): string => `${n} min`;

export default {
  title: 'Esityslista',
  state: { COMING: 'Tulossa', RUNNING: 'Käynnissä', DONE: 'Käsitelty', SKIPPED: 'Ohitettu' },
  next: 'Seuraava',
  nextItem: (title: string) => `Seuraava: ${title}`,
  startWith: (title: string) => `Aloita: ${title}`,
  jump: 'Siirry tähän',
  jumpTo: (title: string) => `Siirry asiakohtaan ${title}`,
  back: 'Palaa tähän',
  backTo: (title: string) => `Palaa asiakohtaan ${title}`,
  stop: 'Päätä asiakohta',
  endRoom: 'Päätä osio',
  moved: (title: string) => `Nyt käsitellään: ${title}`,
  stopped: 'Asiakohta on päätetty.',
  roomEnded: 'Osio on päättynyt.',
  reopen: 'Osio on päättynyt. Voit avata sen uudelleen siirtymällä johonkin asiakohtaan.',
  empty: 'Esityslistassa ei ole asiakohtia.',
  askBack: {
    title: 'Palataanko aiempaan asiakohtaan?',
    text: (title: string) =>
      `Kaikki osallistujat näkevät, että käsittelyssä on jälleen ”${title}”. Nykyinen asiakohta päättyy.`,
    yes: 'Palaa asiakohtaan',
  },
  askEnd: {
    title: 'Päätetäänkö osio?',
    text: 'Osallistujat siirtyvät plenaariin. Auki olevat kyselyt on hyvä sulkea ensin.',
    plenary: 'Tilaisuus päättyy kaikille osallistujille. Auki olevat kyselyt on hyvä sulkea ensin.',
    left: (n: number) => `Käsittelemättä on vielä ${plural(n, 'asiakohta', 'asiakohtaa')}.`,
    yes: 'Päätä osio',
  },
  movedByOther: 'Toinen puheenjohtaja ehti siirtää osiota. Näkymä on nyt ajan tasalla; tarkista tilanne.',
  time: {
    clock: 'Kello',
    onTime: 'Aikataulussa',
    late: (n: number) => `${minutes(n)} myöhässä`,
    early: (n: number) => `${minutes(n)} edellä`,
    left: 'jäljellä',
    over: 'yli varatun ajan',
    planned: (n: number) => `varattu ${minutes(n)}`,
    ends: (instant: number) => `Päättyy arviolta ${atTime(instant)}`,
    endsPlanned: (instant: number) => `suunniteltu ${atTime(instant)}`,
    estimate: (instant: number) => `arvio ${atTime(instant)}`,
    minutes,
  },
};
