import { Problem } from '../../net/http';
import { getMeeting } from './meeting';
import type { MeetingInfo, Organisation } from '../../net/contract';

/** What does not change during the meeting: its organisations, code and joining address. */
export class Facts {
  info = $state.raw<MeetingInfo | undefined>(undefined);
  problem = $state('');

  constructor(code: string) {
    getMeeting(code).then(
      (info) => {
        this.info = info;
      },
      (failure: unknown) => {
        if (!(failure instanceof Problem)) throw failure;
        this.problem = failure.message;
      },
    );
  }

  get organisations(): Organisation[] {
    return this.info?.organisations ?? [];
  }
}
