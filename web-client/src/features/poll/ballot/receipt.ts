import { sha256 } from '@noble/hashes/sha2.js';
import type { BallotBundle, Poll } from '../polls';
import { readPublished } from '../kinds/answers';

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/**
 * The code under which a ballot is published, as the contract's BallotBundle says: 80 bits of SHA-256 of the ballot key.
 * By a library, because browsers hide their own SHA-256 from pages that came without TLS, as in a meeting room's network.
 */
export function receiptOf(key: string): string {
  const hash = sha256(new TextEncoder().encode(`receipt:${key}`));
  return Array.from(hash.slice(0, 16), (byte) => ALPHABET.charAt(byte % 32)).join('');
}

/** My ballot among the published ones. */
export interface Published {
  /** Its code, reckoned from the key. */
  receipt: string;
  found: boolean;
  /** The form with its answers; undefined too when they are none to this poll. */
  form: unknown;
}

export function publishedBallot(poll: Poll, { ballots }: BallotBundle, key: string): Published {
  const receipt = receiptOf(key);
  const ballot = ballots.find((one) => one.receipt === receipt);
  return { receipt, found: ballot !== undefined, form: ballot && readPublished(poll, ballot.answers) };
}
