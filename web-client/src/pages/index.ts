import { untrack, type Component } from 'svelte';
import type { Role } from '../features/identity/participant';
import { ballots } from '../features/poll/ballot/texts';
import { charts } from '../features/poll/charts/texts';
import { joining } from '../features/identity/joining/texts';
import { participant as attending } from './participant/texts';
import { people } from '../features/people/texts';
import { privacy } from '../features/privacy/texts';
import { recount } from '../features/recount/texts';
import { rights } from '../features/people/rights/texts';
import { screen } from './screen/texts';
import { staff } from './staff/texts';
import { patient } from '../net/patient';
import type { RoleProps } from '../features/identity/role';

/** The pages for those who have no participant yet, each its own chunk. */
export const pageOf = {
  start: () => withTexts(() => import('./start/Start.svelte'), joining),
  join: () => withTexts(() => import('./join/Join.svelte'), joining),
  recount: () => withTexts(() => import('./recount/Recount.svelte'), recount, charts),
};

/** The page of each role: a phone never loads the chair's code. Staff pages load their own texts. */
export const pageOfRole: Record<Role, () => Promise<{ default: RolePage }>> = {
  SCREEN: () => withTexts(() => import('./screen/Screen.svelte'), screen, staff, charts),
  ORGANISER: () => withTexts(() => import('./organiser/Organiser.svelte'), staff, charts, people, privacy),
  CHAIR: () => withTexts(() => import('./chair/Chair.svelte'), staff, charts, people),
  SECRETARY: () => withTexts(() => import('./secretary/Secretary.svelte'), staff, charts, people),
  PARTICIPANT: () => withTexts(() => import('./participant/Participant.svelte'), attending),
  OBSERVER: () => withTexts(() => import('./participant/Participant.svelte'), attending),
};

/** Forms and receipts: a phone's first load does without them. */
export const ballotParts = () => withTexts(() => import('../features/poll/ballot'), ballots);

/** Of those who may not vote, and of deputies. */
export const rightsPart = () => withTexts(() => import('../features/people/rights/Rights.svelte'), rights);

/** The picture of a result. */
export const pollChart = () => withTexts(() => import('../features/poll/charts/PollChart.svelte'), charts);

/** A role's page. */
export type RolePage = Component<RoleProps>;

async function withTexts<P>(page: () => Promise<P>, ...areas: { load(): Promise<void> }[]): Promise<P> {
  // Untracked: the page must not be made anew, and lose what is typed in it, when the reader changes the language.
  const [loaded] = await Promise.all([
    patient(page),
    ...areas.map((area) => untrack(() => patient(() => area.load()))),
  ]);
  return loaded;
}
