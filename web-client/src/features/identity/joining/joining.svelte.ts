import { NoAnswer, Problem } from '../../../net/http';
import { join, type MeetingInfo, type Organisation } from '../../meeting';
import type { Channel, OwnParticipant } from '../participant';
import { randomKey } from '../../../net/key';
import { rememberParticipant } from '../participants';
import { forget, keep, recall } from '../../../net/store';

interface Kept {
  key: string;
  name: string;
  organisation: string | null;
  channel: Channel | null;
  room: string | null;
}

/** The form of the join page. Its key is drawn once and kept until there is a participant, so that a retry makes no second one. */
export class Joining {
  name = $state('');
  organisation = $state.raw<Organisation | undefined>(undefined);
  channel = $state<Channel | undefined>(undefined);
  /** Null for "I will decide later". */
  room = $state<string | null>(null);
  phase = $state<'idle' | 'sending' | 'waiting'>('idle');
  refusal = $state.raw<Problem | undefined>(undefined);

  readonly #key: string;
  readonly #store: string;

  constructor(readonly meeting: MeetingInfo) {
    this.#store = `join.${meeting.id}`;
    const kept = recall<Kept>(this.#store);
    this.#key = kept?.key ?? randomKey();
    this.name = kept?.name ?? '';
    this.organisation = meeting.organisations.find((one) => one.id === kept?.organisation);
    this.channel = kept?.channel ?? undefined;
    this.room = meeting.rooms.find((one) => one.id === kept?.room)?.id ?? null;
  }

  /** The fields that still lack something, in the form's order. */
  get missing(): ('name' | 'organisation' | 'channel')[] {
    const missing: ('name' | 'organisation' | 'channel')[] = [];
    if (this.name.trim() === '') missing.push('name');
    if (!this.organisation) missing.push('organisation');
    if (!this.channel) missing.push('channel');
    return missing;
  }

  /** The participant, or undefined when the server refused. Call only when nothing is missing. */
  async send(): Promise<OwnParticipant | undefined> {
    const { organisation, channel } = this;
    if (!organisation || !channel) return undefined;
    this.phase = 'sending';
    this.refusal = undefined;
    const body = {
      key: this.#key,
      name: this.name.trim(),
      organisation: organisation.id,
      channel,
      room: this.room,
    };
    keep(this.#store, body satisfies Kept);
    try {
      const participant = await join(this.meeting.code, body, {
        onWaiting: (failure) => {
          if (failure instanceof NoAnswer) this.phase = 'waiting';
        },
      });
      rememberParticipant(participant);
      forget(this.#store);
      return participant;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      this.refusal = failure;
      return undefined;
    } finally {
      this.phase = 'idle';
    }
  }
}
