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

const nameOf = (seat: string, poll: string): string => `ballot.${seat}.${poll}`;

export const recallBallot = <F>(seat: string, poll: string): Kept<F> | undefined =>
  recall<Kept<F>>(nameOf(seat, poll));

export const keepBallot = <F>(seat: string, poll: string, kept: Kept<F>): void => {
  keep(nameOf(seat, poll), kept);
};

/** Whether something of mine is here: an answer, sent or not. */
export function hasBallot(seat: string, poll: string): boolean {
  const kept = recallBallot(seat, poll);
  return kept !== undefined && (kept.touched || kept.saved !== null || kept.pending !== null);
}
