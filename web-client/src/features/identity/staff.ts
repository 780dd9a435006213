/** What staff's pages may know of it; phones do not load it. */
export * from './rooms';
export * from './signin/calls';
export { signin } from './signin/texts';
