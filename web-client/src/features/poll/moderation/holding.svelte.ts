/** Whether the reader points at a part of the page or has the focus in it: then nothing there may move by itself. */
export class Holding {
  #pointed = $state(false);
  #focused = $state(false);

  get held(): boolean {
    return this.#pointed || this.#focused;
  }

  /** To be attached to the part. */
  readonly watch = (part: HTMLElement): (() => void) => {
    const listeners: [keyof HTMLElementEventMap, (event: Event) => void][] = [
      ['pointerenter', () => (this.#pointed = true)],
      ['pointerleave', () => (this.#pointed = false)],
      ['focusin', () => (this.#focused = true)],
      [
        'focusout',
        (event) => (this.#focused = part.contains((event as FocusEvent).relatedTarget as Node | null)),
      ],
    ];
    for (const [name, listener] of listeners) part.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listeners) part.removeEventListener(name, listener);
    };
  };
}
