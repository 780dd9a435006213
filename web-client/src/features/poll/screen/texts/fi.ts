export default {
  open: 'Vastaa nyt puhelimella',
  round: (n: number) => `${n}. kierros`,
  left: 'Aikaa jäljellä',
  timeUp: 'Aika päättyi',
  voted: 'äänestänyt',
  organisationsVoted: 'organisaatiota vastannut',
  municipalitiesVoted: 'kuntaa vastannut',
  turnout: (n: number, of: number) => `${n} / ${of}`,
  withheld: 'Tulos näkyy, kun vastauksia on riittävästi.',
  anonymous: 'Vastaukset ovat nimettömiä',
  named: 'Vastaukset näkyvät nimellä',
};
