import type fi from './fi';

const sv: typeof fi = {
  ranking: {
    help: 'Ordna alternativen, förstahandsvalet först.',
    rest: 'Alternativ som du inte ordnar delar lika på de platser som blir över.',
    mine: 'Din ordning',
    none: 'Du har inte valt något ännu.',
    others: 'Välj nästa',
    othersFirst: 'Välj förstahandsvalet',
    missing: 'Välj åtminstone förstahandsvalet.',
    add: (text, place) => `${text}, lägg på plats ${place}`,
    up: (text) => `Flytta upp: ${text}`,
    down: (text) => `Flytta ner: ${text}`,
    remove: (text) => `Ta bort ur ordningen: ${text}`,
    placed: (text, place) => `${text}: plats ${place}.`,
    removed: (text) => `${text}: borttaget ur ordningen.`,
    progress: (n, of) => `Ordnat ${n}/${of}`,
  },
};

export default sv;
