import type fi from './fi';

const en: typeof fi = {
  label: 'Scale',
  help: 'statements, 1–5',
  asks: (steps, low, high) => `Scale 1–${steps}: 1 ${low}, ${steps} ${high}`,
  task: (steps, low, high) => `Scale 1–${steps}: 1 ${low}, ${steps} ${high}`,
};

export default en;
