export default {
  label: 'Asteikko',
  help: 'väittämät, 1–5',
  asks: (steps: number, low: string, high: string) => `Asteikko 1–${steps}: 1 ${low}, ${steps} ${high}`,
  task: (steps: number, low: string, high: string) => `Asteikko 1–${steps}: 1 ${low}, ${steps} ${high}`,
};
