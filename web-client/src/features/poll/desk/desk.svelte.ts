import type { DeskData } from '../../../net/contract';
import type { Organisation } from '../../meeting';
import type { Poll, Result } from '../polls';
import type { Live } from '../../../net/live.svelte';
import type { Facts } from '../../meeting/staff';
import type { Group } from './words';

/** The polls of one room as its desk knows them, for whoever holds this participant. */
export class Desk {
  /** What has just been done, for ears: the poll it was done to may have moved elsewhere on the page. */
  said = $state('');

  constructor(
    readonly participant: string,
    readonly room: string,
    readonly live: Live,
    private readonly facts: Facts,
  ) {}

  /** Undefined until it has come. */
  get data(): DeskData | undefined {
    return this.live.of('desk', this.room);
  }

  get polls(): Poll[] {
    return this.data?.polls ?? [];
  }

  get results(): Result[] {
    return this.data?.results ?? [];
  }

  get organisations(): Organisation[] {
    return this.facts.organisations;
  }

  get groups(): Group[] {
    return this.facts.info?.groups ?? [];
  }

  poll(id: string): Poll | undefined {
    return this.polls.find((poll) => poll.id === id);
  }

  resultOf(poll: Poll): Result | undefined {
    return this.results.find((result) => result.poll === poll.id);
  }
}
