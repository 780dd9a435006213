import type { OwnSession, SignedIn, SignInLink, SignInOptions } from '../../../net/contract';
import { insist, send } from '../../../net/http';

export type { OfferedSeat, OwnSession, SignedIn, SignInLink, SignInOptions } from '../../../net/contract';

// Here and not in `api`, which every phone loads.

export const getSignIn = (): Promise<SignInOptions> => send('/api/sign-in');

/** Uses the link up; the same `key` may ask again when the answer was lost. */
export const redeemLink = (link: string, key: string): Promise<SignedIn> =>
  send('/api/sign-in/link', { method: 'POST', body: { link, key } });

/** Where to go to sign in. */
export const beginSignIn = async (): Promise<string> =>
  (await send<{ url: string }>('/api/sign-in/provider', { method: 'POST', body: {} })).url;

/** What the provider sent back; works once. */
export const finishSignIn = (back: { state: string; code?: string; error?: string }): Promise<SignedIn> =>
  send('/api/sign-in/provider/return', { method: 'POST', body: back });

export const chooseSeat = (key: string, seat: string): Promise<SignedIn> =>
  send('/api/sign-in/choice', { method: 'POST', body: { key, seat } });

export const getSessions = async (seat: string): Promise<readonly OwnSession[]> =>
  (await send<{ sessions: OwnSession[] }>('/api/seat/sessions', { seat })).sessions;

export const endSession = (seat: string, session: string): Promise<void> =>
  insist(`/api/seat/sessions/${session}`, { method: 'DELETE', seat });

/** Signs out everywhere, here too. */
export const endSessions = (seat: string): Promise<void> =>
  insist('/api/seat/sessions', { method: 'DELETE', seat });

/** A link for somebody else; the same `id` tells the same one. */
export const makeSignInLink = (seat: string, person: string, id: string): Promise<SignInLink> =>
  insist(`/api/people/${person}/sign-in-links/${id}`, { method: 'PUT', seat });
