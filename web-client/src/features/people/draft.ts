import type { Grant, ParticipantEntry, ParticipantForm } from './people';

/** What the form of a person begins with. */
export function draftOf(entry: ParticipantEntry | undefined): ParticipantForm {
  if (!entry) {
    return {
      name: '',
      email: null,
      organisation: null,
      title: null,
      groups: [],
      room: null,
      roles: [{ role: 'PARTICIPANT', room: null }],
      represents: true,
      deputyOf: null,
      expected: null,
    };
  }
  const { name, email, organisation, title, groups, room, roles, represents, deputyOf, expected } = entry;
  return { name, email, organisation, title, groups, room, roles, represents, deputyOf, expected };
}

export const holds = (roles: readonly Grant[], role: Grant['role'], room: string | null): boolean =>
  roles.some((one) => one.role === role && one.room === room);

/** The roles with one given or taken; participant and observer exclude each other. */
export function withRole(
  roles: readonly Grant[],
  role: Grant['role'],
  room: string | null,
  given: boolean,
): Grant[] {
  const others = roles.filter((one) => !(one.role === role && one.room === room));
  if (!given) return others;
  const excluded = role === 'OBSERVER' ? 'PARTICIPANT' : role === 'PARTICIPANT' ? 'OBSERVER' : undefined;
  return [...others.filter((one) => one.role !== excluded), { role, room }];
}

/** An empty text is none. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
