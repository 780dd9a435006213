import type { Live } from '../../net/live.svelte';
import type { Participation } from './participation.svelte';

/** What every role's page is given. */
export interface RoleProps {
  /** `participation.participant` is the participant, reactive. */
  participation: Participation;
  /** Already running; the page says what it wants with `live.watch`. */
  live: Live;
}
