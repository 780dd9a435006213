import { keep, recall } from '../../../net/store';

/** A version of a ballot that was sent. */
export interface Sent<F> {
  form: F;
  revision: number;
}

/** One that the server has acknowledged; `at` is its time. */
export interface Saved<F> extends Sent<F> {
  at: string;
}

/** What is kept on the phone of one ballot, so that neither a reload nor an empty battery loses it. */
export interface Kept<F = unknown> {
  /** An anonymous ballot's key. */
  key: string;
  /** Of the version sent last. */
  revision: number;
  form: F;
  /** Whether anything is filled in. */
  touched: boolean;
  saved: Saved<F> | null;
  /** What was sent and not answered yet. */
  pending: Sent<F> | null;
  /** The form is open although an answer stands. */
  editing: boolean;
  /** The latest version of which the server told, mine or another's. */
  heard: number;
}

const nameOf = (participant: string, poll: string): string => `ballot.${participant}.${poll}`;

export const recallBallot = <F>(participant: string, poll: string): Kept<F> | undefined =>
  recall<Kept<F>>(nameOf(participant, poll));

export const keepBallot = <F>(participant: string, poll: string, kept: Kept<F>): void => {
  keep(nameOf(participant, poll), kept);
};

/** Whether something of mine is here: an answer, sent or not. */
export function hasBallot(participant: string, poll: string): boolean {
  const kept = recallBallot(participant, poll);
  return kept !== undefined && (kept.touched || kept.saved !== null || kept.pending !== null);
}
