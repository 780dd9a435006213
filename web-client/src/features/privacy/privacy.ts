import type { Accesses, Privacy, PrivacyWish } from '../../net/contract';
import { insist, send } from '../../net/http';

export type { Privacy } from '../../net/contract';

export type Access = Accesses['accesses'][number];

export const getPrivacy = (seat: string): Promise<Privacy> => send('/api/privacy', { seat });

export const putPrivacy = (seat: string, body: PrivacyWish): Promise<void> =>
  insist('/api/privacy', { method: 'PUT', seat, body });

export const getAccesses = async (seat: string): Promise<readonly Access[]> =>
  (await send<Accesses>('/api/privacy/accesses', { seat })).accesses;
