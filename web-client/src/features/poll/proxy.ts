/** Voting for a person without a phone. */
export { default as ProxyVote } from './proxy/ProxyVote.svelte';
