import type {
  ParticipantList,
  ParticipantEntry,
  ParticipantForm,
  ParticipantLink,
  RosterCounts,
  RosterPreview,
  WalkIns,
} from '../../net/contract';
import { insist, send } from '../../net/http';

export type {
  Grant,
  ParticipantEntry,
  ParticipantForm,
  ParticipantLink,
  RosterCounts,
  RosterPreview,
  WalkIns,
} from '../../net/contract';

/** The largest roster that the service reads, bytes. */
export const LARGEST_ROSTER = 5_000_000;

/** Everyone of the meeting; e-mail addresses and links are told to organisers only. */
export const getParticipants = async (participant: string): Promise<ParticipantEntry[]> =>
  (await send<ParticipantList>('/api/participants', { participant })).participants;

/** Says all that is decided of a person; a new one's id is made here. */
export const putParticipant = (participant: string, id: string, body: ParticipantForm): Promise<void> =>
  insist(`/api/participants/${id}`, { method: 'PUT', participant, body });

export const getParticipantLink = (participant: string, id: string): Promise<ParticipantLink> =>
  send(`/api/participants/${id}/link`, { participant });

/** The next generation makes a new link; the same one, not valid, revokes it. */
export const putParticipantLink = (
  participant: string,
  id: string,
  generation: number,
  valid: boolean,
): Promise<ParticipantLink> =>
  insist(`/api/participants/${id}/link`, { method: 'PUT', participant, body: { generation, valid } });

/** The same `key` does it once. */
export const reissueLinks = (participant: string, key: string): Promise<void> =>
  insist('/api/links/reissue', { method: 'POST', participant, body: { key } });

export const admit = (participant: string, id: string, admitted: boolean): Promise<void> =>
  insist(`/api/participants/${id}/admission`, { method: 'PUT', participant, body: { admitted } });

/** The deputy takes the place of the person whose deputy it is, or gives it back. */
export const substitute = (participant: string, id: string, active: boolean): Promise<void> =>
  insist(`/api/participants/${id}/substitution`, { method: 'PUT', participant, body: { active } });

export const merge = (participant: string, id: string, into: string): Promise<void> =>
  insist(`/api/participants/${id}/merged-into`, { method: 'PUT', participant, body: { into } });

export const setWalkIns = (participant: string, walkIns: WalkIns): Promise<void> =>
  insist('/api/meeting/walk-ins', { method: 'PUT', participant, body: { walkIns } });

export const previewRoster = (participant: string, file: Blob): Promise<RosterPreview> =>
  send('/api/roster/preview', { method: 'POST', participant, body: file });

/** Imports a file as it was previewed. The same `key` imports it once. */
export const importRoster = (
  participant: string,
  key: string,
  digest: string,
  file: Blob,
): Promise<RosterCounts> =>
  insist(`/api/roster/imports/${key}?digest=${digest}`, { method: 'PUT', participant, body: file });

export type RosterFile = 'people.xlsx' | 'people.csv' | 'sample.xlsx' | 'sample.csv';

/** The address to download from: a plain link with `download` is enough. */
export const rosterAddress = (participant: string, file: RosterFile, language: string): string =>
  `/api/roster/files/${file}?as=${participant}&lang=${language}`;
