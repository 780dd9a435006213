import type { ParticipantEntry } from './people';

/** What the list of people can be limited to, in the order in which it is offered. */
export const FILTERS = [
  'ALL',
  'PRESENT',
  'ABSENT',
  'STAFF',
  'WALK_INS',
  'DEPUTIES',
  'NO_VOTE',
  'MERGED',
] as const;
export type Filter = (typeof FILTERS)[number];

const isStaff = (one: ParticipantEntry): boolean =>
  one.roles.some(({ role }) => role !== 'PARTICIPANT' && role !== 'OBSERVER');

const keeps: Record<Filter, (one: ParticipantEntry) => boolean> = {
  ALL: () => true,
  PRESENT: (one) => one.channel !== null,
  ABSENT: (one) => one.channel === null,
  STAFF: isStaff,
  WALK_INS: (one) => one.walkIn,
  DEPUTIES: (one) => one.deputyOf !== null,
  NO_VOTE: (one) => one.voting !== 'YES',
  MERGED: () => true,
};

/** Accents and case need not be typed. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** Those who fit the filter and have every word of the search in name, title or organisation, in their order. */
export function found(
  people: readonly ParticipantEntry[],
  filter: Filter,
  search: string,
  organisation: (id: string | null) => string,
): ParticipantEntry[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return people.filter((one) => {
    if ((one.mergedInto !== null) !== (filter === 'MERGED') || !keeps[filter](one)) return false;
    const text = plain(
      [one.name, one.title ?? '', one.email ?? '', organisation(one.organisation)].join(' '),
    );
    return words.every((word) => text.includes(word));
  });
}
