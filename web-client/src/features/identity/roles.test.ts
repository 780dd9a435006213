import { expect, it } from 'vitest';
import type { Role, Seat } from './seat';
import { roleToShow, rolesOf } from './roles';

const seat = (...roles: Role[]): Seat => ({ roles: roles.map((role) => ({ role, room: null })) }) as Seat;

it('opens the page of the weightiest role, or of the one asked for if the seat has it', () => {
  expect(roleToShow(seat('PARTICIPANT', 'CHAIR'), null)).toBe('CHAIR');
  expect(roleToShow(seat('PARTICIPANT', 'CHAIR'), 'participant')).toBe('PARTICIPANT');
  expect(roleToShow(seat('PARTICIPANT'), 'chair')).toBe('PARTICIPANT');
  expect(rolesOf(seat())).toEqual(['PARTICIPANT']);
  expect(rolesOf(seat('SECRETARY', 'CHAIR', 'CHAIR'))).toEqual(['CHAIR', 'SECRETARY']);
});
