/** Which polls the reader must not miss: those not looked at since they opened, and those with something unsent. */
export class Attention {
  #inView = $state.raw<ReadonlySet<string>>(new Set());
  #seen = $state.raw<ReadonlySet<string>>(new Set());
  #unsent = $state.raw<ReadonlySet<string>>(new Set());

  view(poll: string, inView: boolean): void {
    this.#inView = changed(this.#inView, poll, inView);
    if (inView) this.#seen = changed(this.#seen, poll, true);
  }

  unsent(poll: string, unsent: boolean): void {
    this.#unsent = changed(this.#unsent, poll, unsent);
  }

  /** Why this open poll needs a pointer to it now, if it does. */
  needed(poll: string): 'unseen' | 'unsent' | undefined {
    if (this.#inView.has(poll)) return undefined;
    if (this.#unsent.has(poll)) return 'unsent';
    return this.#seen.has(poll) ? undefined : 'unseen';
  }
}

function changed(set: ReadonlySet<string>, id: string, inside: boolean): ReadonlySet<string> {
  if (set.has(id) === inside) return set;
  return new Set(inside ? [...set, id] : [...set].filter((other) => other !== id));
}
