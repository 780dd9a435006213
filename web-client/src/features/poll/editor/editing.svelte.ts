import type { Poll } from '../polls';
import { uuid } from '../../../net/uuid';
import { forget, keep, recall } from '../../../net/store';
import { fromPoll, newDraft, sameForm, type Draft } from './draft';

interface Ends {
  low: string;
  high: string;
}

/** A form being filled in. */
export interface Form {
  /** The id that a new poll will have. */
  key: string;
  /** The poll that is edited; null for a new one. */
  poll: string | null;
  /** As it was when it was opened. */
  was: Draft;
  draft: Draft;
}

/** The one form of a room, kept on this device until it is saved or given up: a reload loses nothing. */
export class Editing {
  form = $state<Form | undefined>(undefined);
  /** What the reader wants to edit instead, to be asked about because the form has unsaved changes. */
  wanted = $state.raw<Form | undefined>(undefined);
  /** Whether the reader has just asked for the form: then it may take the focus. */
  fresh = false;

  constructor(private readonly place: string) {
    this.form = recall<Form>(place);
  }

  get changed(): boolean {
    return this.form !== undefined && !sameForm(this.form.was, this.form.draft);
  }

  create(item: string | null, ends: Ends): void {
    this.#begin(null, newDraft('CHOICE', item, ends));
  }

  edit(poll: Poll, ends: Ends): void {
    this.#begin(poll.id, fromPoll(poll, ends));
  }

  /** A new poll that begins as another one is. */
  copy(poll: Poll, item: string | null, ends: Ends): void {
    this.#begin(null, { ...fromPoll(poll, ends), item });
  }

  /** Goes on with what was wanted instead; the changes are lost. */
  replace(): void {
    this.form = this.wanted;
    this.wanted = undefined;
  }

  /** The same content as a new poll. */
  detach(): void {
    if (this.form) this.form = { ...this.form, key: uuid(), poll: null };
  }

  /** Writes it down on this device. */
  keep(): void {
    if (this.form) keep(this.place, $state.snapshot(this.form));
  }

  end(): void {
    this.form = undefined;
    forget(this.place);
  }

  #begin(poll: string | null, draft: Draft): void {
    const form = { key: uuid(), poll, was: draft, draft: structuredClone(draft) };
    this.fresh = true;
    if (this.changed) this.wanted = form;
    else this.form = form;
  }
}
