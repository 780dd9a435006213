import type { OwnSession, SignedIn, SignInLink, SignInOptions } from '../../../net/contract';
import { insist, send } from '../../../net/http';

export type {
  OfferedParticipant,
  OwnSession,
  SignedIn,
  SignInLink,
  SignInOptions,
} from '../../../net/contract';

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

export const chooseParticipant = (key: string, participant: string): Promise<SignedIn> =>
  send('/api/sign-in/choice', { method: 'POST', body: { key, participant } });

export const getSessions = async (participant: string): Promise<readonly OwnSession[]> =>
  (await send<{ sessions: OwnSession[] }>('/api/me/sessions', { participant })).sessions;

export const endSession = (participant: string, session: string): Promise<void> =>
  insist(`/api/me/sessions/${session}`, { method: 'DELETE', participant });

/** Signs out everywhere, here too. */
export const endSessions = (participant: string): Promise<void> =>
  insist('/api/me/sessions', { method: 'DELETE', participant });

/** A link for somebody else; the same `id` tells the same one. */
export const makeSignInLink = (participant: string, person: string, id: string): Promise<SignInLink> =>
  insist(`/api/participants/${person}/sign-in-links/${id}`, { method: 'PUT', participant });
