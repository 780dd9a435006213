import type {
  AgendaData,
  AttendanceData,
  DeskData,
  MeetingData,
  PeopleData,
  PollsData,
  ResultsData,
  SectionName,
  Snapshot,
} from './contract';
import { send } from './http';

export type { SectionName, Snapshot } from './contract';

/** What each section carries. */
export interface SectionData {
  meeting: MeetingData;
  agenda: AgendaData;
  polls: PollsData;
  results: ResultsData;
  stage: ResultsData;
  desk: DeskData;
  attendance: AttendanceData;
  people: PeopleData;
}

/** A section as it comes from the server. */
export interface Section<N extends SectionName = SectionName> {
  section: N;
  /** The meeting's id for `meeting` and `attendance`, the room's for the others. */
  scope: string;
  revision: number;
  data: SectionData[N];
}

export const BEAT = 'sovittu.beat';

export const addressOf = (section: SectionName, scope: string): string => `sovittu.${section}.${scope}`;

/** Where the bridge listens; the path follows for the raw socket (`/websocket`) and the fallbacks. */
export const BRIDGE = '/live';

/** Sends once: the caller has its own way of trying again. */
export const getLive = (participant: string): Promise<Snapshot> => send('/api/live', { participant });
