import type { Kind } from '../kind';

/** A step of the scale, "can't say", or null while the statement has no answer. */
export type Choice = number | 'cantSay' | null;

export const scale: Kind<readonly Choice[]> = {
  empty: (poll) => poll.statements.map(() => null),
  faults: (form) =>
    form.flatMap((choice, place) => (choice === null ? [{ place, what: 'missing' as const }] : [])),
  write: (form) => ({ scale: form.map((choice) => (choice === 'cantSay' ? null : choice)) }),
  read: ({ scale }, poll) =>
    scale?.length === poll.statements.length ? scale.map((step) => step ?? 'cantSay') : undefined,
};
