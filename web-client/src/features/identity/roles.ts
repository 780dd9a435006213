import type { Role, Seat } from './seat';

const ORDER: readonly Role[] = ['SCREEN', 'ORGANISER', 'CHAIR', 'SECRETARY', 'PARTICIPANT', 'OBSERVER'];

/** The seat's roles, each once, the one to open first in front. A seat that has none is a participant's. */
export function rolesOf(seat: Seat): Role[] {
  const held = ORDER.filter((role) => seat.roles.some((one) => one.role === role));
  return held.length > 0 ? held : ['PARTICIPANT'];
}

/** The role to show: the one asked for by the address if the seat has it. */
export function roleToShow(seat: Seat, asked: string | null): Role {
  const roles = rolesOf(seat);
  return roles.find((role) => role.toLowerCase() === asked) ?? roles[0] ?? 'PARTICIPANT';
}
