/** What other features may know of goals. */
export * from './goals';
