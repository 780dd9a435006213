import { onDestroy, untrack } from 'svelte';

/** Often enough for eyes, seldom enough for any hall: ten thousand may come in a minute. */
const AGAIN_MS = 3_000;
/** Connections move without anything else moving. */
const SLOW_MS = 10_000;

interface Refetched {
  value: unknown;
  fetch: () => Promise<void>;
}

/**
 * Fetches now, again when what `moved` reads changes, and every now and then besides. To be called while a component is
 * made; it ends with the component.
 */
export function keepFresh(fetched: Refetched, moved: () => unknown): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  $effect(() => {
    void moved();
    timer ??= setTimeout(
      () => {
        timer = undefined;
        void fetched.fetch();
      },
      untrack(() => fetched.value) === undefined ? 0 : AGAIN_MS,
    );
  });
  const slow = setInterval(() => void fetched.fetch(), SLOW_MS);
  onDestroy(() => {
    clearTimeout(timer);
    clearInterval(slow);
  });
}
