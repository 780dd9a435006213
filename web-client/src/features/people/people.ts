import type {
  PeopleList,
  PersonEntry,
  PersonForm,
  PersonLink,
  RosterCounts,
  RosterPreview,
  WalkIns,
} from '../../net/contract';
import { insist, send } from '../../net/http';

export type {
  Grant,
  PersonEntry,
  PersonForm,
  PersonLink,
  RosterCounts,
  RosterPreview,
  WalkIns,
} from '../../net/contract';

/** The largest roster that the service reads, bytes. */
export const LARGEST_ROSTER = 5_000_000;

/** Everyone of the meeting; e-mail addresses and links are told to organisers only. */
export const getPeople = async (seat: string): Promise<PersonEntry[]> =>
  (await send<PeopleList>('/api/people', { seat })).people;

/** Says all that is decided of a person; a new one's id is made here. */
export const putPerson = (seat: string, id: string, body: PersonForm): Promise<void> =>
  insist(`/api/people/${id}`, { method: 'PUT', seat, body });

export const getPersonLink = (seat: string, id: string): Promise<PersonLink> =>
  send(`/api/people/${id}/link`, { seat });

/** The next generation makes a new link; the same one, not valid, revokes it. */
export const putPersonLink = (
  seat: string,
  id: string,
  generation: number,
  valid: boolean,
): Promise<PersonLink> =>
  insist(`/api/people/${id}/link`, { method: 'PUT', seat, body: { generation, valid } });

/** The same `key` does it once. */
export const reissueLinks = (seat: string, key: string): Promise<void> =>
  insist('/api/links/reissue', { method: 'POST', seat, body: { key } });

export const admit = (seat: string, id: string, admitted: boolean): Promise<void> =>
  insist(`/api/people/${id}/admission`, { method: 'PUT', seat, body: { admitted } });

/** The deputy takes the place of the person whose deputy it is, or gives it back. */
export const substitute = (seat: string, id: string, active: boolean): Promise<void> =>
  insist(`/api/people/${id}/substitution`, { method: 'PUT', seat, body: { active } });

export const merge = (seat: string, id: string, into: string): Promise<void> =>
  insist(`/api/people/${id}/merged-into`, { method: 'PUT', seat, body: { into } });

export const setWalkIns = (seat: string, walkIns: WalkIns): Promise<void> =>
  insist('/api/meeting/walk-ins', { method: 'PUT', seat, body: { walkIns } });

export const previewRoster = (seat: string, file: Blob): Promise<RosterPreview> =>
  send('/api/roster/preview', { method: 'POST', seat, body: file });

/** Imports a file as it was previewed. The same `key` imports it once. */
export const importRoster = (seat: string, key: string, digest: string, file: Blob): Promise<RosterCounts> =>
  insist(`/api/roster/imports/${key}?digest=${digest}`, { method: 'PUT', seat, body: file });

export type RosterFile = 'people.xlsx' | 'people.csv' | 'sample.xlsx' | 'sample.csv';

/** The address to download from: a plain link with `download` is enough. */
export const rosterAddress = (seat: string, file: RosterFile, language: string): string =>
  `/api/roster/files/${file}?seat=${seat}&lang=${language}`;
