import type fi from './fi';

const sv: typeof fi = {
  label: 'Val',
  help: 'ett eller flera',
  asksOne: 'Man väljer ett alternativ.',
  asksMost: (n) => `Man väljer högst ${n} alternativ.`,
  taskOne: 'Välj ett alternativ',
  taskMost: (most) => `Välj högst ${most} alternativ`,
};

export default sv;
