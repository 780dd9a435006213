import type { Choice, TeamsChoice, TeamsComparison, TeamsPlace } from './teams';

type Time = Pick<TeamsPlace, 'from' | 'to'>;

const minute = (instant: string | null): number =>
  instant === null ? Infinity : Math.round(Date.parse(instant) / 60_000);

const text = (times: readonly Time[]): string =>
  times.map((one) => `${minute(one.from)}-${minute(one.to)}`).join();

/** What is recorded by Teams in the report's own room. */
export const recordedHere = (comparison: TeamsComparison, room: string): TeamsPlace[] =>
  comparison.recorded.filter((place) => place.room === room && place.channel === 'TEAMS');

/** Whether the report and the record differ by a minute anywhere, or overlap with anything else. */
export function differs(comparison: TeamsComparison, room: string): boolean {
  return (
    comparison.conflicts.length > 0 || text(comparison.reported) !== text(recordedHere(comparison, room))
  );
}

/** What there is to choose from. */
export const choicesOf = (comparison: TeamsComparison): TeamsChoice[] => [
  'KEEP',
  ...comparison.outcomes.map((one) => one.choice),
];

/** The choice that holds now, if any. */
export function heldChoice(comparison: TeamsComparison): TeamsChoice | undefined {
  const { accepted } = comparison;
  return accepted && !accepted.changed ? accepted.choice : undefined;
}

/** The key of a choice's words: the same command reads otherwise where it does something else. */
export function wording(comparison: TeamsComparison, choice: TeamsChoice): TeamsChoice | 'RESTORE' | 'GONE' {
  const held = heldChoice(comparison);
  if (choice === 'KEEP') return held !== undefined && held !== 'KEEP' ? 'RESTORE' : 'KEEP';
  return choice === 'REPORT' && comparison.reported.length === 0 ? 'GONE' : choice;
}

/** Those for whom the report's times can be taken without anything to decide. */
export const simple = (comparisons: readonly TeamsComparison[], room: string): TeamsComparison[] =>
  comparisons.filter(
    (one) =>
      one.conflicts.length === 0 &&
      one.reported.length > 0 &&
      heldChoice(one) === undefined &&
      differs(one, room),
  );

/** What has been chosen and does not hold yet. */
export function pending(
  comparisons: readonly TeamsComparison[],
  chosen: Readonly<Partial<Record<string, TeamsChoice>>>,
): Choice[] {
  return comparisons.flatMap((one) => {
    const choice = chosen[one.participant.id];
    return choice !== undefined && choice !== heldChoice(one) && choicesOf(one).includes(choice)
      ? [{ participant: one.participant.id, choice, seen: one.seen }]
      : [];
  });
}
