/** What is needed once a poll opens, in one chunk: a phone's first load does without it. */
export { default as BallotCard } from './BallotCard.svelte';
export { default as OwnResult } from './OwnResult.svelte';
export { default as Upvote } from './Upvote.svelte';
export { bodyOf } from './body';
export { formOf } from '../kinds/forms';
