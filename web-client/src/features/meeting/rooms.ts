import type { MeetingData } from '../../net/contract';

export type { RoomState } from '../../net/contract';

/** A room as the `meeting` section tells it. */
export type Room = MeetingData['rooms'][number];
