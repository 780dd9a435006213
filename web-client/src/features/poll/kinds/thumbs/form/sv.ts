import type fi from './fi';

const sv: typeof fi = {
  thumbs: { UP: 'Tummen upp', SIDEWAYS: 'Tummen åt sidan', DOWN: 'Tummen ner' },
  thumbsLegend: 'Välj tumme',
};

export default sv;
