import type { Component } from 'svelte';
import type { FieldsProps } from '../ballot/fields/props';
import type { Poll } from '../polls';
import type { Fault } from './kind';

/** One answer, and to which statement or option it was given where that must be said. */
export interface Line {
  about?: string | undefined;
  answer: string;
  remark?: string;
}

/** How a kind's ballot looks on a phone, beside the answers that it writes. */
export interface KindForm<Form> {
  Fields: Component<FieldsProps<Form>>;
  /** How far a form is, in a few words. After an attempt to send, `tried`, what it lacks. */
  progress(poll: Poll, form: Form, faults: readonly Fault[], tried: boolean): string;
  /** The answers given, as they are read again. */
  lines(poll: Poll, form: Form): Line[];
  /** Whether one answers several things, however many may be chosen of each. */
  manyAnswers: boolean;
}

export const optionOf = (poll: Poll, place: number): string => poll.options[place]?.text ?? '';
