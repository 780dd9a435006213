import type fi from './fi';

const en: typeof fi = {
  ranking: {
    help: 'Put the options in order, your first choice first.',
    rest: 'Options that you leave out share the remaining places equally.',
    mine: 'Your order',
    none: 'You have not chosen any yet.',
    others: 'Choose the next one',
    othersFirst: 'Choose your first choice',
    missing: 'Choose at least your first choice.',
    add: (text, place) => `${text}, put in place ${place}`,
    up: (text) => `Move up: ${text}`,
    down: (text) => `Move down: ${text}`,
    remove: (text) => `Take out of the order: ${text}`,
    placed: (text, place) => `${text}: place ${place}.`,
    removed: (text) => `${text}: taken out of the order.`,
    progress: (n, of) => `Ordered ${n}/${of}`,
  },
};

export default en;
