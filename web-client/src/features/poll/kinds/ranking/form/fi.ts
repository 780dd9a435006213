export default {
  ranking: {
    help: 'Aseta vaihtoehdot järjestykseen, ensisijainen ensin.',
    rest: 'Vaihtoehdot, joita et järjestä, jakavat loput sijat tasan.',
    mine: 'Järjestyksesi',
    none: 'Et ole vielä valinnut yhtään.',
    others: 'Valitse seuraava',
    othersFirst: 'Valitse ensisijainen',
    missing: 'Valitse ainakin ensisijainen vaihtoehto.',
    add: (text: string, place: number) => `${text}, lisää sijalle ${place}`,
    up: (text: string) => `Siirrä ylemmäs: ${text}`,
    down: (text: string) => `Siirrä alemmas: ${text}`,
    remove: (text: string) => `Poista järjestyksestä: ${text}`,
    placed: (text: string, place: number) => `${text}: sija ${place}.`,
    removed: (text: string) => `${text}: poistettu järjestyksestä.`,
    progress: (n: number, of: number) => `Järjestetty ${n}/${of}`,
  },
};
