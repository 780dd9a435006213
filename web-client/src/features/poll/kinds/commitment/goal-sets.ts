import type { Poll } from '../../polls';

/** The goals of one set, by their places among the statements. */
export interface GoalSet {
  title: string | null;
  places: number[];
}

/** In the order in which their first goals stand. */
export function goalSets({ statements }: Poll): GoalSet[] {
  const sets = new Map<string | null, GoalSet>();
  statements.forEach(({ goalSet: title }, place) => {
    const set = sets.get(title) ?? { title, places: [] };
    set.places.push(place);
    sets.set(title, set);
  });
  return [...sets.values()];
}
