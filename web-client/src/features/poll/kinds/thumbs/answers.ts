import type { Thumb } from '../../polls';
import type { Kind } from '../kind';

export const THUMBS: readonly Thumb[] = ['UP', 'SIDEWAYS', 'DOWN'];

export const thumbs: Kind<Thumb | null> = {
  empty: () => null,
  faults: (form) => (form === null ? [{ place: 0, what: 'missing' }] : []),
  write: (form) => (form === null ? {} : { thumb: form }),
  read: ({ thumb }) => thumb,
};
