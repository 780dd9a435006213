import type { Poll } from '../../polls';
import type { Fault } from '../../kinds/answers';
import type { Body } from '../body';

/** What the fields of one kind of poll are given. They draw the form and say what it becomes; they hold nothing. */
export interface FieldsProps<Form> {
  poll: Poll;
  form: Form;
  /** Begins every id; the part of a form where a fault may be has the id `<name>-<place>`. */
  name: string;
  /** Empty until an attempt to send. */
  faults: readonly Fault[];
  /** For whom I answer, when not for myself. */
  body: Body | undefined;
  onfill: (form: Form) => void;
}
