import { untrack } from 'svelte';
import { patient } from '../net/patient';

/** A page or a part of one, and the texts without which it cannot be shown; each is tried again when the network fails. */
export async function withTexts<P>(
  page: () => Promise<P>,
  ...areas: { load(): Promise<void> }[]
): Promise<P> {
  // Untracked: the page must not be made anew, and lose what is typed in it, when the reader changes the language.
  const [loaded] = await Promise.all([
    patient(page),
    ...areas.map((area) => untrack(() => patient(() => area.load()))),
  ]);
  return loaded;
}
