import type { BallotBundle } from '../poll';
import { flawsOf, readBundle, type Fault, type Flaws } from './bundle';
import { compare, type Checked } from './comparison';
import { recount, type Recounted } from './recount';

/** Far above what ten thousand ballots of the longest texts take. */
const MOST_BYTES = 50_000_000;

/** A file that was counted again. */
export interface Recount {
  bundle: BallotBundle;
  flaws: Flaws;
  counted: Recounted;
  checks: Checked[];
  /** Nothing differs, and every ballot is a possible one and stands there once. */
  agrees: boolean;
}

export async function check(file: File): Promise<Recount | Fault | 'unreadable' | 'tooBig'> {
  if (file.size > MOST_BYTES) return 'tooBig';
  let text: string;
  try {
    text = await file.text();
  } catch {
    return 'unreadable';
  }
  const bundle = readBundle(text);
  if (typeof bundle === 'string') return bundle;
  const flaws = flawsOf(bundle);
  const impossible = new Set(flaws.impossible);
  const counted = recount(
    bundle.poll,
    bundle.ballots.filter((_, i) => !impossible.has(i)).map((ballot) => ballot.answers),
  );
  const checks = compare(bundle.tally, counted);
  const flawless = flaws.impossible.length + flaws.repeated.length === 0;
  return { bundle, flaws, counted, checks, agrees: flawless && checks.every((one) => one.same) };
}
