import { NoAnswer, Problem } from '../../net/http';
import {
  acceptTimes,
  forgetPerson,
  getReconciliation,
  matchPerson,
  MOST_ACCEPTED,
  withdrawReport,
  type Choice,
  type TeamsChoice,
  type TeamsReconciliation,
} from './teams';
import { Upload } from './upload.svelte';

/** What is at hand of one room: its files, its people, its choices. */
export class Work {
  data = $state.raw<TeamsReconciliation | undefined>(undefined);
  uploads = $state.raw<readonly Upload[]>([]);
  chosen = $state<Partial<Record<string, TeamsChoice>>>({});
  busy = $state(false);
  /** For those who hear the page. */
  said = $state('');
  refusal = $state.raw<Problem | NoAnswer | undefined>(undefined);

  constructor(
    readonly participant: string,
    readonly room: string,
  ) {}

  async look(): Promise<void> {
    await this.#try(() => Promise.resolve());
  }

  /** Reads files one after another, in the order in which they were chosen. */
  async add(files: Iterable<File>): Promise<void> {
    const added = [...files].map((file) => new Upload(this.participant, this.room, file));
    this.uploads = [...this.uploads, ...added];
    for (const upload of added) await upload.read({});
  }

  discard(upload: Upload): void {
    this.uploads = this.uploads.filter((one) => one !== upload);
  }

  async store(upload: Upload, done: string): Promise<void> {
    if (!(await upload.store())) return;
    this.discard(upload);
    this.said = done;
    await this.look();
  }

  withdraw = (report: string, done: string): Promise<boolean> =>
    this.#try(() => withdrawReport(this.participant, this.room, report), done);

  match = (person: string, participant: string | null, done: string): Promise<boolean> =>
    this.#try(() => matchPerson(this.participant, this.room, person, participant), done);

  forget = (person: string, done: string): Promise<boolean> =>
    this.#try(() => forgetPerson(this.participant, this.room, person), done);

  /** In commands of as many as one takes; each is whole or not at all. */
  accept = (items: readonly Choice[], done: string): Promise<boolean> =>
    this.#try(async () => {
      for (let from = 0; from < items.length; from += MOST_ACCEPTED) {
        await acceptTimes(this.participant, this.room, items.slice(from, from + MOST_ACCEPTED));
      }
      this.chosen = {};
    }, done);

  /** One command at a time; whatever became of it, the newest state is fetched. */
  async #try(command: () => Promise<void>, done = ''): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refusal = undefined;
    if (done !== '') this.said = '';
    let worked = false;
    try {
      await command();
      worked = true;
    } catch (failure) {
      this.#refused(failure);
    }
    try {
      this.data = await getReconciliation(this.participant, this.room);
      if (worked && done !== '') this.said = done;
    } catch (failure) {
      this.#refused(failure);
    } finally {
      this.busy = false;
    }
    return worked;
  }

  #refused(failure: unknown): void {
    if (!(failure instanceof Problem) && !(failure instanceof NoAnswer)) throw failure;
    this.refusal = failure;
  }
}
