import { expect, it } from 'vitest';
import type { Role, OwnParticipant } from './participant';
import { roleToShow, rolesOf } from './roles';

const participant = (...roles: Role[]): OwnParticipant =>
  ({ roles: roles.map((role) => ({ role, room: null })) }) as OwnParticipant;

it('opens the page of the weightiest role, or of the one asked for if the participant has it', () => {
  expect(roleToShow(participant('PARTICIPANT', 'CHAIR'), null)).toBe('CHAIR');
  expect(roleToShow(participant('PARTICIPANT', 'CHAIR'), 'participant')).toBe('PARTICIPANT');
  expect(roleToShow(participant('PARTICIPANT'), 'chair')).toBe('PARTICIPANT');
  expect(rolesOf(participant())).toEqual(['PARTICIPANT']);
  expect(rolesOf(participant('SECRETARY', 'CHAIR', 'CHAIR'))).toEqual(['CHAIR', 'SECRETARY']);
});
