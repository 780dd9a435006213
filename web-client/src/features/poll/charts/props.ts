import type { Snippet } from 'svelte';
import type { Organisation } from '../../../net/contract';
import type { Poll, Result, Tally, TextTally } from '../polls';

export type Entry = TextTally['entries'][number];

/** What the chart of each kind is given. */
export interface KindProps<T extends Tally = Tally> {
  poll: Poll;
  result: Result;
  tally: T;
  organisations: Organisation[];
  /** For a projector: everything larger, and nothing to press. */
  big: boolean;
  /** What can be done with a text, beside it. */
  entryActions: Snippet<[Entry]> | undefined;
}
