import { NoAnswer, Problem } from '../../net/http';
import { previewReport, storeReport, type TeamsPreview, type Wishes } from './teams';
import { uuid } from '../../net/uuid';

/** One chosen file on its way: read, looked at, perhaps read otherwise, stored. */
export class Upload {
  /** Made once, so that storing again stores once. */
  readonly id = uuid();
  preview = $state.raw<TeamsPreview | undefined>(undefined);
  problem = $state.raw<Problem | NoAnswer | undefined>(undefined);
  busy = $state(false);
  wishes = $state.raw<Wishes>({});

  constructor(
    private readonly participant: string,
    private readonly room: string,
    readonly file: File,
  ) {}

  /** Reads the file as the reader wishes. What was seen of it before stays when that fails. */
  async read(wishes: Wishes): Promise<void> {
    await this.#try(async () => {
      this.preview = await previewReport(this.participant, this.room, this.file, wishes);
      this.wishes = wishes;
    });
  }

  /** Whether it was stored, as it was shown. */
  async store(): Promise<boolean> {
    return this.#try(() => storeReport(this.participant, this.room, this.id, this.file, this.wishes));
  }

  async #try(work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
      return true;
    } catch (failure) {
      if (!(failure instanceof Problem) && !(failure instanceof NoAnswer)) throw failure;
      this.problem = failure;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
