/** What other features may know of links sent by mail. */
export * from './mailing.svelte';
export { post } from './texts';
