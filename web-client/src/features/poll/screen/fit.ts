import type { Attachment } from 'svelte/attachments';

/** Smaller letters than these nobody reads from the back row: better to cut. */
const SMALLEST = 0.4;
const STEPS = 7;

/**
 * Makes a box's letters as large, up to their full size, as lets all of its content in. The box has a height of its own,
 * clips what flows over, and sizes everything inside in em by `--fit`.
 */
export const fit: Attachment<HTMLElement> = (box) => {
  const isIn = (size: number): boolean => {
    box.style.setProperty('--fit', String(size));
    return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
  };
  const refit = (): void => {
    if (isIn(1)) return;
    let [low, high] = [SMALLEST, 1];
    for (let i = 0; i < STEPS; i++) {
      const middle = (low + high) / 2;
      if (isIn(middle)) low = middle;
      else high = middle;
    }
    isIn(low);
  };
  // Charts are drawn after they were fetched, and change with every tally.
  const content = new MutationObserver(refit);
  content.observe(box, { childList: true, subtree: true, characterData: true });
  const frame = new ResizeObserver(refit);
  frame.observe(box);
  refit();
  return () => {
    content.disconnect();
    frame.disconnect();
  };
};
