import type { Addressees } from './letters';
import type { MeetingInfo } from '../meeting';
import type { ParticipantEntry } from '../people';

/** How many of those chosen have a personal link that opens. Screens are nobody. */
export function addressed(
  people: readonly ParticipantEntry[],
  groups: MeetingInfo['groups'],
  { kind, id }: Addressees,
): number {
  const members = new Set(groups.find((one) => one.id === id)?.organisations);
  const isChosen = (one: ParticipantEntry): boolean =>
    kind === 'everyone' ||
    (kind === 'organisation'
      ? one.organisation === id
      : one.groups.includes(id) || (one.organisation !== null && members.has(one.organisation)));
  return people.filter(
    (one) =>
      one.mergedInto === null &&
      one.link?.valid === true &&
      one.roles.some(({ role }) => role !== 'SCREEN') &&
      isChosen(one),
  ).length;
}
