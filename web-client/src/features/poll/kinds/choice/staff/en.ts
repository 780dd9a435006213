import type fi from './fi';

const en: typeof fi = {
  label: 'Choice',
  help: 'one or several',
  asksOne: 'One option is chosen.',
  asksMost: (n) => `Up to ${n} options are chosen.`,
  taskOne: 'Choose one option',
  taskMost: (most) => `Choose up to ${most} options`,
};

export default en;
