import { untrack, type Component } from 'svelte';
import type { Role } from '../api/seat';
import { ballots } from '../i18n/ballots';
import { charts } from '../i18n/charts';
import { joining } from '../i18n/joining';
import { participant } from '../i18n/participant';
import { people } from '../i18n/people';
import { privacy } from '../i18n/privacy';
import { recount } from '../i18n/recount';
import { rights } from '../i18n/rights';
import { screen } from '../i18n/screen';
import { staff } from '../i18n/staff';
import { patient } from '../state/patient';
import type { RoleProps } from '../state/role';

/** The pages for those who have no seat yet, each its own chunk. */
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
  PARTICIPANT: () => withTexts(() => import('./participant/Participant.svelte'), participant),
  OBSERVER: () => withTexts(() => import('./participant/Participant.svelte'), participant),
};

/** Forms and receipts: a phone's first load does without them. */
export const ballotParts = () => withTexts(() => import('./participant/ballots'), ballots);

/** Of those who may not vote, and of deputies. */
export const rightsPart = () => withTexts(() => import('./participant/rights/Rights.svelte'), rights);

/** The picture of a result. */
export const pollChart = () => withTexts(() => import('../parts/charts/PollChart.svelte'), charts);

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
