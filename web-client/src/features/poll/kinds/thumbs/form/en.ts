import type fi from './fi';

const en: typeof fi = {
  thumbs: { UP: 'Thumbs up', SIDEWAYS: 'Thumbs sideways', DOWN: 'Thumbs down' },
  thumbsLegend: 'Choose a thumb',
};

export default en;
