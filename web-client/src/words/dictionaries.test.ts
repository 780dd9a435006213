import { expect, it } from 'vitest';

const files = import.meta.glob<{ default: object }>('../**/{fi,sv,en}.ts', { eager: true });
const areas = [...new Set(Object.keys(files).map((path) => path.slice(0, path.lastIndexOf('/'))))];

/** Every text by its path; those that are functions are called with plausible arguments. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [[path, String((value as (...args: number[]) => unknown)(2, 3, 4))]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

it.each(areas)('%s says everything in three languages', (area) => {
  const of = (language: string) => texts(files[`${area}/${language}.ts`]?.default);
  const finnish = of('fi');
  expect(finnish.length).toBeGreaterThan(0);
  for (const language of ['sv', 'en']) {
    expect(
      of(language)
        .map(([path]) => path)
        .sort(),
    ).toEqual(finnish.map(([path]) => path).sort());
  }
  for (const language of ['fi', 'sv', 'en']) {
    expect(of(language).filter(([, text]) => text.trim() === '' || text.includes('undefined'))).toEqual([]);
  }
});
