import { waitBefore } from './http';
import { pause } from './pause';

const ATTEMPTS = 6;

/** Loads a chunk, again if the network fails: a page must not stay empty because one file was lost on the way. */
export async function patient<T>(load: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await load();
    } catch (failure) {
      if (attempt === ATTEMPTS) throw failure;
      await pause(waitBefore(attempt));
    }
  }
}
