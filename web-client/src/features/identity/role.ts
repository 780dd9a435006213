import type { Live } from '../../net/live.svelte';
import type { Seating } from './seating.svelte';

/** What every role's page is given. */
export interface RoleProps {
  /** `seating.seat` is the seat, reactive. */
  seating: Seating;
  /** Already running; the page says what it wants with `live.watch`. */
  live: Live;
}
