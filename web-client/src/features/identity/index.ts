/** What other features may know of who is asking. */
export * from './role';
export * from './participant';
export * from './participation.svelte';
