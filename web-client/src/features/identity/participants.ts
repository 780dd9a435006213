import type { OwnParticipant } from './participant';
import { keep, recall } from '../../net/store';

/** A participant that this browser holds. The cookie that proves it is out of reach of scripts; this is only for finding it. */
export interface KnownParticipant {
  id: string;
  name: string;
  code: string;
  title: string;
  /** Whether it has another page than a participant's. */
  staff: boolean;
}

const KEY = 'participants';
const MOST = 20;

export function knownParticipants(): KnownParticipant[] {
  return recall<KnownParticipant[]>(KEY) ?? [];
}

export function knownParticipantIn(code: string): KnownParticipant | undefined {
  return knownParticipants().find((participant) => participant.code.toUpperCase() === code.toUpperCase());
}

export function rememberParticipant(participant: OwnParticipant): void {
  const known: KnownParticipant = {
    id: participant.id,
    name: participant.name,
    code: participant.meeting.code,
    title: participant.meeting.title,
    staff: participant.roles.some(({ role }) => role !== 'PARTICIPANT'),
  };
  keep(KEY, [known, ...knownParticipants().filter((other) => other.id !== participant.id)].slice(0, MOST));
}

export function forgetOwnParticipant(id: string): void {
  keep(
    KEY,
    knownParticipants().filter((participant) => participant.id !== id),
  );
}
