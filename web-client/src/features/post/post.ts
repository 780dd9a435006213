import type { PostOrder, PostProgress, Unreached } from '../../net/contract';
import { insist, send } from '../../net/http';

export type { PostFault, PostProgress, Unreached } from '../../net/contract';

/** How far the sending of personal links by e-mail is. */
export const getPost = (participant: string): Promise<PostProgress> => send('/api/post', { participant });

/** Queues letters with personal links. The same `key` queues once. */
export const sendLinks = (participant: string, key: string, body: PostOrder): Promise<PostProgress> =>
  insist(`/api/post/orders/${key}`, { method: 'PUT', participant, body });

/** Withdraws what has not left. */
export const stopPost = (participant: string): Promise<PostProgress> =>
  insist('/api/post/queue', { method: 'DELETE', participant });

/** Who has not got the link, and why. That it was looked at is recorded. */
export const getUnreached = (participant: string): Promise<Unreached> =>
  send('/api/post/unreached', { participant });
