import { getAttendance, type AttendanceData } from '../attendance';
import { NoAnswer, Problem } from '../../../net/http';
import { instantOf, onWall } from '../wallclock';
import { clock } from '../../../net/clock.svelte';

/** The board at a moment that the reader has asked about. */
export class PastMoment {
  /** What the clock showed, `13:40`. */
  time = $state('');
  data = $state.raw<AttendanceData | undefined>(undefined);
  /** The instant that the data are of. */
  at = $state('');
  refusal = $state('');
  /** Whether the time asked about is still to come. */
  future = $state(false);

  constructor(
    private readonly participant: string,
    private readonly zone: string,
  ) {}

  /** Looks at the time of the day on which somebody was present last, or of today. */
  async look(lastDay: string | undefined): Promise<void> {
    if (this.time === '') return;
    const day = onWall(lastDay ?? clock.at(), this.zone).slice(0, 10);
    const at = instantOf(`${day}T${this.time}`, this.zone);
    this.refusal = '';
    this.future = Date.parse(at) > clock.at();
    if (this.future) return;
    try {
      const found = await getAttendance(this.participant, at);
      this.data = found.data;
      this.at = at;
    } catch (failure) {
      if (!(failure instanceof Problem) && !(failure instanceof NoAnswer)) throw failure;
      this.refusal = failure.message;
    }
  }

  backToNow(): void {
    this.data = undefined;
    this.time = '';
    this.future = false;
  }
}
