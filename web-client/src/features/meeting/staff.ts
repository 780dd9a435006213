/** What staff's pages may know of it; phones do not load it. */
export { default as RoomDot } from './desk/RoomDot.svelte';
export { default as RoomSwitch } from './desk/RoomSwitch.svelte';
export * from './facts.svelte';
export * from './municipalities';
export { roomTexts } from './desk/texts';
