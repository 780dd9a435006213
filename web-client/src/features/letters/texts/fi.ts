export default {
  title: 'Nimilaput ja kutsut',
  text: 'Jokainen saa oman koodin ja osoitteen, jolla hän pääsee suoraan paikalleen. Satojen kirjeiden teko kestää hetken.',
  care: 'Tiedostot sisältävät henkilötietoja, ja koodeilla ja osoitteilla toimitaan henkilöiden nimissä. Lataajasta jää merkintä.',
  whom: 'Kenelle',
  everyone: 'Kaikki, joilla on henkilökohtainen linkki',
  groups: 'Ryhmät',
  organisations: 'Organisaatiot',
  count: (n: number) => `Tiedostoon tulee ${n === 1 ? '1 henkilö' : `${n} henkilöä`}.`,
  nobody: 'Kenelläkään valituista ei ole voimassa olevaa henkilökohtaista linkkiä.',
  tooMany: (n: number, most: number) =>
    `Valittuja on ${n}, ja yhteen tiedostoon mahtuu enintään ${most}. Valitse pienempi joukko.`,
  badges: 'Nimilaput, A4-arkit (PDF)',
  letters: 'Kutsukirjeet (PDF)',
  links: 'Osoitetiedosto joukkokirjeeseen (CSV)',
};
