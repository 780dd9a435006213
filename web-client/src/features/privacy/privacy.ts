import type { Accesses, Privacy, PrivacyWish } from '../../net/contract';
import { insist, send } from '../../net/http';

export type { Privacy } from '../../net/contract';

export type Access = Accesses['accesses'][number];

export const getPrivacy = (participant: string): Promise<Privacy> => send('/api/privacy', { participant });

export const putPrivacy = (participant: string, body: PrivacyWish): Promise<void> =>
  insist('/api/privacy', { method: 'PUT', participant, body });

export const getAccesses = async (participant: string): Promise<readonly Access[]> =>
  (await send<Accesses>('/api/privacy/accesses', { participant })).accesses;
