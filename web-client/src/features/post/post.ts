import type { PostOrder, PostProgress, Unreached } from '../../net/contract';
import { insist, send } from '../../net/http';

export type { PostFault, PostProgress, Unreached } from '../../net/contract';

/** How far the sending of personal links by e-mail is. */
export const getPost = (seat: string): Promise<PostProgress> => send('/api/post', { seat });

/** Queues letters with personal links. The same `key` queues once. */
export const sendLinks = (seat: string, key: string, body: PostOrder): Promise<PostProgress> =>
  insist(`/api/post/orders/${key}`, { method: 'PUT', seat, body });

/** Withdraws what has not left. */
export const stopPost = (seat: string): Promise<PostProgress> =>
  insist('/api/post/queue', { method: 'DELETE', seat });

/** Who has not got the link, and why. That it was looked at is recorded. */
export const getUnreached = (seat: string): Promise<Unreached> => send('/api/post/unreached', { seat });
