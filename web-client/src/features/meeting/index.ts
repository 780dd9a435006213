/** What other features may know of the meeting. */
export * from './directory';
export * from './meeting';
export * from './room';
export * from './rooms';
