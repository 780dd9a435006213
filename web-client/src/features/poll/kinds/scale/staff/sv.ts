import type fi from './fi';

const sv: typeof fi = {
  label: 'Skala',
  help: 'påståenden, 1–5',
  asks: (steps, low, high) => `Skala 1–${steps}: 1 ${low}, ${steps} ${high}`,
  task: (steps, low, high) => `Skala 1–${steps}: 1 ${low}, ${steps} ${high}`,
};

export default sv;
