/** What other features may know of the agenda. */
export * from './agenda';
export * from './forecast';
