import type { Decision, Requirement } from '../polls';

export interface Verdict {
  /** Which option or statement. */
  item: number;
  requirement: Requirement;
  /** Without a quorum nothing is decided, whatever the votes. */
  outcome: 'accepted' | 'rejected' | 'void';
}

/** What became of each thing that was voted on; an abstention is not one. */
export function verdicts({ quorum, items }: Decision): Verdict[] {
  return items.flatMap((requirement, item): Verdict[] => {
    if (!requirement) return [];
    const outcome = quorum && !quorum.met ? 'void' : requirement.met ? 'accepted' : 'rejected';
    return [{ item, requirement, outcome }];
  });
}
