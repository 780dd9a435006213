import { insist } from '../../net/http';
import type { Goals } from '../../net/contract';

export type { Goals } from '../../net/contract';

export const getGoals = (participant: string): Promise<Goals> => insist('/api/goals', { participant });

/** Gives a goal a new wording; `version` is one more than the newest. */
export const addGoalVersion = (
  participant: string,
  goal: string,
  version: number,
  text: string,
): Promise<void> =>
  insist(`/api/goals/${goal}/versions`, { method: 'POST', participant, body: { version, text } });
