/** What other features may know of polls; phones load it first. */
export * from './polls';
