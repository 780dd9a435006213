export default {
  thumbs: { UP: 'Peukku ylös', SIDEWAYS: 'Peukku sivulle', DOWN: 'Peukku alas' },
  thumbsLegend: 'Valitse peukku',
};
