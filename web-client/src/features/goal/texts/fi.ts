export default {
  title: 'Yhteiset tavoitteet',
  help: 'Anna tavoitteelle uusi sanamuoto, kun siitä on neuvoteltu. Aiemmat versiot säilyvät.',
  drafts:
    'Kyselyt, joita ei ole avattu, kysyvät edelleen sitä versiota, josta ne tehtiin. Puheenjohtaja saa siitä varoituksen avatessaan kyselyn.',
  none: 'Tilaisuudella ei ole tavoitteita.',
  version: (n: number) => `Versio ${n}`,
  reword: 'Uusi sanamuoto',
  rewordNamed: (text: string) => `Uusi sanamuoto tavoitteelle: ${text}`,
  label: (n: number) => `Sanamuoto, versio ${n}`,
  count: (n: number, of: number) => `${n}/${of} merkkiä`,
  save: (n: number) => `Tallenna versioksi ${n}`,
  saved: (n: number) => `Tavoitteen versio ${n} on tallennettu.`,
  empty: 'Kirjoita sanamuoto.',
  tooLong: 'Sanamuoto saa olla enintään 500 merkkiä.',
  same: 'Sanamuoto on sama kuin nykyisessä versiossa.',
  conflict:
    'Joku muu antoi tavoitteelle juuri uuden sanamuodon. Se näkyy nyt yllä. Tarkista oma tekstisi ennen tallentamista.',
};
