/** What projectors show of it. */
export { default as JoinHere } from './screen/JoinHere.svelte';
