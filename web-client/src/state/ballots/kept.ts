import { keep, recall } from '../store';

/** What is kept on the phone of one ballot, so that neither a reload nor an empty battery loses it. */
export interface Kept<Form, Sent> {
  /** An anonymous ballot's key. */
  key: string;
  /** Of the version sent last. */
  revision: number;
  form: Form;
  /** What the server has acknowledged. */
  saved: { form: Form; at: string } | null;
  /** What was sent and not answered yet. */
  pending: Sent | null;
}

const nameOf = (seat: string, poll: string): string => `ballot.${seat}.${poll}`;

export const recallBallot = <F, S>(seat: string, poll: string): Kept<F, S> | undefined =>
  recall<Kept<F, S>>(nameOf(seat, poll));

export const keepBallot = <F, S>(seat: string, poll: string, kept: Kept<F, S>): void => {
  keep(nameOf(seat, poll), kept);
};
