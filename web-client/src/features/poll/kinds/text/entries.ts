import type { TextTally } from '../../polls';

type Entry = TextTally['entries'][number];

export interface TextSection {
  /** The group's, or null for the texts in none. */
  id: string | null;
  title: string | null;
  entries: Entry[];
}

/** The texts by group in the groups' order, those without one last. A group without texts has nothing to show. */
export function sectionsOf(entries: readonly Entry[], groups: TextTally['groups']): TextSection[] {
  const known = new Set(groups.map((group) => group.id));
  return [
    ...groups.map(({ id, title }) => ({ id, title, entries: entries.filter((entry) => entry.group === id) })),
    {
      id: null,
      title: null,
      entries: entries.filter((entry) => entry.group === null || !known.has(entry.group)),
    },
  ].filter((section) => section.entries.length > 0);
}
