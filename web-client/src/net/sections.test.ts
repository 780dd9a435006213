import { expect, it } from 'vitest';
import type { Section } from './snapshot';
import { Sections } from './sections.svelte';

const agenda = (scope: string, revision: number, title: string): Section =>
  ({ section: 'agenda', scope, revision, data: { items: [{ title }] } }) as unknown as Section;
const title = (sections: Sections, scope: string): string | undefined =>
  sections.of('agenda', scope)?.items[0]?.title;

it('keeps the newest revision, in whichever order they come', () => {
  const sections = new Sections();
  sections.receive([agenda('R', 5, 'new')]);
  sections.receive([agenda('R', 4, 'old'), agenda('R', 5, 'same number')]);
  expect(title(sections, 'R')).toBe('new');
  sections.receive([agenda('R', 6, 'newer')]);
  expect(title(sections, 'R')).toBe('newer');
});

it('counts revisions for each room apart', () => {
  const sections = new Sections();
  sections.receive([agenda('A', 9, 'a'), agenda('B', 1, 'b')]);
  expect([title(sections, 'A'), title(sections, 'B')]).toEqual(['a', 'b']);
  expect(sections.of('polls', 'A')).toBeUndefined();
});

it('hands out the same data while it has not changed, so that nothing is drawn anew', () => {
  const sections = new Sections();
  sections.receive([agenda('A', 1, 'a'), agenda('B', 1, 'b')]);
  const before = sections.of('agenda', 'A');
  sections.receive([agenda('A', 1, 'again'), agenda('B', 2, 'b')]);
  expect(sections.of('agenda', 'A')).toBe(before);
});
