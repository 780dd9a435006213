/** What other features may know of people. */
export * from './people';
