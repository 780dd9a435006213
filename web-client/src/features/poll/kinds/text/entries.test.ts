import { expect, it } from 'vitest';
import { sectionsOf } from './entries';

const entry = (id: string, group: string | null) => ({
  id,
  text: id,
  by: null,
  state: 'SHOWN' as const,
  group,
  upvotes: 0,
});

it('puts the texts into their groups, those without one last, and leaves empty groups out', () => {
  const groups = [
    { id: 'g2', title: 'Toinen' },
    { id: 'g1', title: 'Ensimmäinen' },
    { id: 'g3', title: 'Tyhjä' },
  ];
  const entries = [
    entry('a', null),
    entry('b', 'g1'),
    entry('c', 'g2'),
    entry('d', 'undone'),
    entry('e', 'g1'),
  ];
  expect(sectionsOf(entries, groups).map((one) => [one.title, one.entries.map((e) => e.id)])).toEqual([
    ['Toinen', ['c']],
    ['Ensimmäinen', ['b', 'e']],
    [null, ['a', 'd']],
  ]);
});
