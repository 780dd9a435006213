import type { Component } from 'svelte';
import type { RoleProps } from '../features/identity/role';
import type { Role } from '../features/identity/participant';
import { people } from '../features/people/texts';
import { charts } from '../features/poll/charts/texts';
import { privacy } from '../features/privacy/texts';
import { withTexts } from '../words/loading';
import { participant } from './participant/texts';
import { screen } from './screen/texts';
import { staff } from './staff/texts';

/** A role's page. */
export type RolePage = Component<RoleProps>;

/** The page of each role: a phone never loads the chair's code. Staff pages load their own texts. */
export const pageOfRole: Record<Role, () => Promise<{ default: RolePage }>> = {
  SCREEN: () => withTexts(() => import('./screen/Screen.svelte'), screen, staff, charts),
  ORGANISER: () => withTexts(() => import('./organiser/Organiser.svelte'), staff, charts, people, privacy),
  CHAIR: () => withTexts(() => import('./chair/Chair.svelte'), staff, charts, people),
  SECRETARY: () => withTexts(() => import('./secretary/Secretary.svelte'), staff, charts, people),
  PARTICIPANT: () => withTexts(() => import('./participant/Participant.svelte'), participant),
  OBSERVER: () => withTexts(() => import('./participant/Participant.svelte'), participant),
};
