import type { Role, OwnParticipant } from './participant';

const ORDER: readonly Role[] = ['SCREEN', 'ORGANISER', 'CHAIR', 'SECRETARY', 'PARTICIPANT', 'OBSERVER'];

/** The participant's roles, each once, the one to open first in front. One without any role counts as PARTICIPANT. */
export function rolesOf(participant: OwnParticipant): Role[] {
  const held = ORDER.filter((role) => participant.roles.some((one) => one.role === role));
  return held.length > 0 ? held : ['PARTICIPANT'];
}

/** The role to show: the one asked for by the address if the participant has it. */
export function roleToShow(participant: OwnParticipant, asked: string | null): Role {
  const roles = rolesOf(participant);
  return roles.find((role) => role.toLowerCase() === asked) ?? roles[0] ?? 'PARTICIPANT';
}
