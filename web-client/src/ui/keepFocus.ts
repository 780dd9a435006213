import { tick } from 'svelte';

/**
 * Call before polls are drawn anew: when what had the focus is drawn no more, because the poll it belonged to has been
 * opened, closed or moved, the focus goes to that poll's heading instead of nowhere, and when the poll is gone to the
 * heading of all.
 */
export function keepFocus(within: HTMLElement | undefined): void {
  const focused = document.activeElement;
  if (!within || !(focused instanceof HTMLElement) || !within.contains(focused)) return;
  const poll = focused.closest<HTMLElement>('[data-poll]')?.dataset['poll'];
  if (poll === undefined) return;
  void tick().then(() => {
    if (document.activeElement !== document.body) return;
    if (focused.isConnected) focused.focus({ preventScroll: true });
    else {
      const heading = document.getElementById(`poll-${poll}`) ?? within.querySelector('h2');
      heading?.focus({ preventScroll: true });
    }
  });
}
