/** Polls and results for the tests of other features. */
export * from './fixtures';
