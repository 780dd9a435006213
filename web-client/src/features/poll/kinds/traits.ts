import type { Poll } from '../polls';

/** What those who run polls know of a kind: its words, and what its form and rules may hold. */
export interface KindStaff {
  label(): string;
  /** In a few words, beside the label. */
  help(): string;
  /** How one answers, in a sentence. */
  asks(poll: Poll): string;
  /** What to do, on the projector. */
  task(poll: Poll): string;
  asksStatements: boolean;
  /** How many options it may have; none when it has no options at all. */
  mostOptions: number;
  asksTexts: boolean;
  /** Whether it can be carried by a majority, and need a quorum. */
  decides: boolean;
  countsMunicipalities: boolean;
  /** Published texts would show what moderation has hidden. */
  publishes: boolean;
  breaksDown: boolean;
}
