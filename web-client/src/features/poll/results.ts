/** How results are drawn and measured. */
export { default as PollChart } from './charts/PollChart.svelte';
export { charts } from './charts/texts';
export * from './measures';
