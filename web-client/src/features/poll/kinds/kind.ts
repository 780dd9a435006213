import type { Ballot, Poll } from '../polls';

/** What a ballot says, without its envelope. */
export type Answers = Omit<Ballot, 'revision' | 'key'>;

export type FaultName =
  | 'missing'
  | 'tooMany'
  | 'tooFewPoints'
  | 'tooManyPoints'
  | 'tooLong'
  | 'twice'
  | 'reservationMissing'
  | 'reservationTooLong';

/** What keeps a form from being sent, and where: at which statement, option or field, counted from 0. */
export interface Fault {
  place: number;
  what: FaultName;
}

/** How the answers to one kind of poll are filled in. A form may be half-filled; it is replaced, never changed. */
export interface Kind<Form> {
  empty(poll: Poll): Form;
  /** In the form's order; a form without any may be sent. */
  faults(form: Form, poll: Poll): Fault[];
  write(form: Form): Answers;
  /** The form that these answers fill; undefined when they are none to this poll. */
  read(answers: Answers, poll: Poll): Form | undefined;
}
