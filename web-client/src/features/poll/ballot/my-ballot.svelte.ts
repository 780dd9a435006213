import { Problem } from '../../../net/http';
import { getBallot, type OwnBallot, type Poll } from '../polls';
import type { OwnParticipant } from '../../identity';
import { randomKey } from '../../../net/key';
import { keepBallot, recallBallot, type Saved, type Sent } from './kept';
import { kindOf, type Fault, type Kind } from '../kinds/answers';
import { Sending } from './sending.svelte';

/** The answer that stands on the server, as far as it tells. */
export interface Standing<F> {
  /** Undefined when it is another's in an anonymous poll. */
  form: F | undefined;
  castBy: string | null;
  castAt: string | null;
  revision: number;
  /** Whether it is the one that this phone sent last. */
  mine: boolean;
}

/**
 * My answers to a poll, or those that I give for my organisation: a draft, kept on this phone, until the server has
 * them. Of an anonymous person's ballot the server knows only that there is one; otherwise a colleague, or I on another
 * device, may give a newer answer.
 */
export class MyBallot<F = unknown> {
  /** Replaced whole. */
  form = $state.raw() as F;
  /** The answers that this phone sent last and the server acknowledged. */
  saved = $state.raw<Saved<F> | null>(null);
  /** What the server has told; undefined until then. */
  own = $state.raw<OwnBallot | undefined>(undefined);
  /** In a poll of organisations: the form is open although an answer stands. */
  editing = $state(false);
  /** Why the latest version was not saved. */
  refusal = $state.raw<Problem | undefined>(undefined);
  /** An answer given elsewhere while I was filling the form. It waits until I choose between the two. */
  newer = $state.raw<Standing<F> | undefined>(undefined);
  /** That answer stands instead of one that I sent. */
  overtaken = $state(false);

  readonly poll: Poll;
  readonly #participant: string;
  readonly #me: string;
  readonly #kind: Kind<F>;
  readonly #empty: F;
  readonly #sending: Sending;
  #key = '';
  #revision = 0;
  #pending: Sent<F> | null = null;
  /** The latest version to which this page has had an answer. */
  #settled = 0;
  /** The latest version of which the server told, mine or another's. */
  #heard = 0;

  /** The poll as it was when its ballot was first seen: newer descriptions never touch what is filled in. */
  constructor(participant: Pick<OwnParticipant, 'id' | 'name'>, poll: Poll) {
    this.poll = poll;
    this.#participant = participant.id;
    this.#me = participant.name;
    this.#kind = kindOf(poll) as Kind<F>;
    this.#empty = this.#kind.empty(poll);
    this.#sending = new Sending(participant.id, poll.id);
    const kept = recallBallot<F>(participant.id, poll.id);
    this.form = kept?.form ?? this.#empty;
    this.saved = kept?.saved ?? null;
    this.editing = kept?.editing ?? false;
    this.#key = kept?.key ?? randomKey();
    this.#revision = kept?.revision ?? 0;
    this.#heard = kept?.heard ?? 0;
    if (kept?.pending) void this.#deliver(kept.pending);
    // A key drawn now and kept now is the same in another tab and after a reload.
    else if (!kept) this.#keep();
  }

  get phase() {
    return this.#sending.phase;
  }

  /** One ballot for the whole organisation, which any of its representatives may give. */
  get forOrganisation(): boolean {
    return this.poll.rules.voters === 'ORGANISATIONS';
  }

  /** An anonymous ballot's key, which makes its receipt. */
  get key(): string {
    return this.#key;
  }

  get standing(): Standing<F> | undefined {
    const own = this.own;
    if (!own?.voted || !this.#told) return undefined;
    const { castBy, castAt } = own;
    const stored = own.ballot ? this.#kind.read(own.ballot, this.poll) : undefined;
    const revision = own.revision || this.#heard;
    // Once an anonymous poll is closed, the server no longer knows the version, only who gave it.
    const given = own.revision > 0 || castBy === this.#me;
    const mine =
      given &&
      this.saved?.revision === revision &&
      (stored === undefined || this.#same(stored, this.saved.form));
    return { form: stored ?? (mine ? this.saved?.form : undefined), castBy, castAt, revision, mine };
  }

  /** The server says that I have voted, and this phone does not know what. */
  get votedElsewhere(): boolean {
    return this.own?.voted === true && !this.#told && this.saved === null;
  }

  /** A newer answer of my organisation has taken the place of the one that I gave. */
  get replaced(): boolean {
    return this.saved !== null && this.standing !== undefined && !this.standing.mine;
  }

  /** When the answers that stand were saved, where that is known. */
  get heldAt(): string | null {
    const standing = this.standing;
    if (standing && !standing.mine) return standing.castAt;
    return standing?.castAt ?? this.saved?.at ?? null;
  }

  /** Whether these are the answers that the server acknowledged to this phone. */
  isSaved(form: F): boolean {
    return this.saved !== null && this.#same(this.saved.form, form);
  }

  get faults(): Fault[] {
    return this.#kind.faults(this.form, this.poll);
  }

  get touched(): boolean {
    return JSON.stringify(this.form) !== JSON.stringify(this.#empty);
  }

  /** Whether something here is not on the server. */
  get unsent(): boolean {
    if (this.forOrganisation && !this.editing) return false;
    const held = this.#held;
    return held === undefined ? this.touched : !this.#same(held, this.form);
  }

  /** My answers to the round before, as a start; never once something is filled in here. */
  get earlier(): F | undefined {
    const { previous } = this.poll;
    if (previous === null || this.touched || this.own?.voted || this.saved) return undefined;
    const kept = recallBallot<F>(this.#participant, previous);
    return kept?.saved ? this.#kind.read(this.#kind.write(kept.saved.form), this.poll) : undefined;
  }

  /** Asks the server what it holds. Never touches a form that is being filled. */
  async load(): Promise<void> {
    const settled = this.#settled;
    const own = await this.#ask();
    // What was sent meanwhile decides itself what stands.
    if (!own || this.#pending || this.#settled !== settled) return;
    const [draft, known] = [this.unsent, this.standing?.revision ?? this.saved?.revision];
    this.#tell(own);
    const standing = this.standing;
    if (standing && !standing.mine && standing.revision !== known) {
      const differs = standing.form === undefined || !this.#same(standing.form, this.form);
      if (draft && differs) this.newer = standing;
      else this.#adopt(standing);
    }
    this.#keep();
  }

  /** The results say that my organisation answered: at this instant, or it is not told when. */
  async heardOf(at: string | null): Promise<void> {
    if (this.own === undefined || this.#pending) return;
    const known = this.own.castAt;
    if (this.own.voted && (at === null || (known !== null && Date.parse(at) <= Date.parse(known)))) return;
    await this.load();
  }

  fill(form: F): void {
    this.form = form;
    this.editing = true;
    this.refusal = undefined;
    this.#keep();
  }

  /** Opens the form with the answer that stands. */
  change(): void {
    this.#settle(true);
  }

  /** Leaves what was filled in for the answer that stands. */
  discard(): void {
    const { newer } = this;
    this.#settle(false);
    if (newer) this.#adopt(newer);
    this.#keep();
  }

  /** Goes on with my form although another answer has come: sending it will replace that one. */
  keepMine(): void {
    this.newer = undefined;
    this.overtaken = false;
  }

  /** Sends the answers, if nothing is wrong with them. */
  async send(): Promise<void> {
    if (this.faults.length > 0) return;
    this.catchUp();
    this.#revision = Math.max(this.#revision, this.own?.revision ?? 0) + 1;
    await this.#deliver({ form: this.form, revision: this.#revision });
  }

  /** Takes over what another tab has sent meanwhile: its numbers, its key and what was acknowledged to it. */
  catchUp(): void {
    const kept = recallBallot<F>(this.#participant, this.poll.id);
    if (!kept) return;
    this.#key = kept.key;
    this.#revision = Math.max(this.#revision, kept.revision);
    if (!kept.saved || kept.saved.revision <= (this.saved?.revision ?? 0)) return;
    const draft = this.unsent;
    this.#hold(kept.saved);
    if (!draft) this.form = kept.saved.form;
  }

  /** Sends until there is an answer; nothing but that answer makes a version saved. */
  async #deliver(sent: Sent<F>): Promise<void> {
    this.#pending = sent;
    this.refusal = this.newer = undefined;
    this.overtaken = false;
    this.#keep();
    const answer = await this.#sending.send({
      revision: sent.revision,
      ...(this.poll.rules.secrecy === 'ANONYMOUS' ? { key: this.#key } : {}),
      ...this.#kind.write(sent.form),
    });
    if (answer === undefined) return;
    this.#pending = null;
    this.#settled = Math.max(this.#settled, sent.revision);
    if (answer instanceof Problem) await this.#refused(answer);
    else await this.#acknowledged({ ...sent, at: answer.savedAt });
  }

  async #acknowledged(saved: Saved<F>): Promise<void> {
    this.#hold(saved);
    // What was changed while it was on its way is the next version's draft.
    this.editing = !this.#same(saved.form, this.form);
    this.#keep();
    // Who gave it, and whether a colleague has been quicker since.
    if (this.forOrganisation) await this.load();
  }

  async #refused(problem: Problem): Promise<void> {
    this.#keep();
    // An earlier attempt may have come through although its answer did not, and a colleague may have been quicker.
    const own = this.#told || this.saved === null ? await this.#ask() : undefined;
    if (own) this.#tell(own);
    const standing = this.standing;
    if (problem.code === 'BALLOT_SUPERSEDED' && standing && !standing.mine) {
      this.newer = standing;
      this.overtaken = this.editing = true;
    } else this.refusal = problem;
    this.#keep();
  }

  /** The server holds this version. */
  #hold(saved: Saved<F>): void {
    this.saved = saved;
    if (!this.#told) return;
    this.#tell({
      entitled: true,
      upvoted: [],
      ...this.own,
      voted: true,
      castBy: this.#me,
      revision: saved.revision,
      castAt: saved.at,
      ballot: { revision: saved.revision, ...this.#kind.write(saved.form) },
    });
  }

  #tell(own: OwnBallot): void {
    this.own = own;
    if (own.revision > this.#heard) this.#heard = own.revision;
  }

  /** Lets the answer that stands take the place of what was here. */
  #adopt(standing: Standing<F>): void {
    this.editing = false;
    if (standing.form !== undefined) {
      this.form = standing.form;
      if (!this.forOrganisation && standing.castAt !== null) {
        this.saved = { form: standing.form, revision: standing.revision, at: standing.castAt };
      }
    }
  }

  #settle(editing: boolean): void {
    this.form = this.#held ?? this.#empty;
    this.editing = editing;
    this.refusal = this.newer = undefined;
    this.overtaken = false;
    this.#keep();
  }

  /** Whether the server can tell which version it holds. */
  get #told(): boolean {
    return this.forOrganisation || this.poll.rules.secrecy === 'NAMED';
  }

  /** The answers on the server, where they are known here. */
  get #held(): F | undefined {
    return this.#told && this.own ? this.standing?.form : this.saved?.form;
  }

  #same(stored: F, form: F): boolean {
    return (
      this.#kind.faults(form, this.poll).length === 0 &&
      JSON.stringify(this.#kind.write(stored)) === JSON.stringify(this.#kind.write(form))
    );
  }

  /** Undefined when the server will not say: the poll is gone, or my participant is. */
  async #ask(): Promise<OwnBallot | undefined> {
    try {
      return await getBallot(this.#participant, this.poll.id);
    } catch (failure) {
      if (failure instanceof Problem) return undefined;
      throw failure;
    }
  }

  #keep(): void {
    this.catchUp();
    const pending = recallBallot<F>(this.#participant, this.poll.id)?.pending ?? null;
    keepBallot<F>(this.#participant, this.poll.id, {
      key: this.#key,
      revision: this.#revision,
      form: this.form,
      touched: this.touched,
      saved: this.saved,
      // What another tab waits for is not forgotten either.
      pending: this.#pending ?? (pending && pending.revision > this.#settled ? pending : null),
      editing: this.editing,
      heard: this.#heard,
    });
  }
}
