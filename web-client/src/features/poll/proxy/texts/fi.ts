export default {
  title: 'Äänestä henkilön puolesta',
  help: 'Vain nimellisissä kyselyissä, kun henkilöllä ei ole puhelinta. Tuloksiin jää näkyviin, kuka vastauksen kirjasi.',
  poll: 'Avoin nimellinen kysely',
  none: 'Osioissasi ei ole avoinna nimellistä kyselyä.',
  choose: 'Valitse kysely',
  voted: 'Vastaus on jo annettu. Voit vaihtaa sen.',
  incomplete: 'Vastaus on vielä kesken. Täydennä merkityt kohdat.',
  save: 'Tallenna vastaus',
  saved: (name: string) => `Vastaus on tallennettu: ${name}.`,
};
