import { expect, it } from 'vitest';
import { matching } from './matching';

const names = ['Haapajärvi', 'Ii', 'Oulu', 'Pyhäjoki', 'Pyhäjärvi', 'Siikajoki'].map((name) => ({ name }));
const found = (text: string): string[] => matching(names, text).map(({ name }) => name);

it('finds by any part, beginnings first, dots or none', () => {
  expect(found('pyha')).toEqual(['Pyhäjoki', 'Pyhäjärvi']);
  expect(found(' JÄRVI')).toEqual(['Haapajärvi', 'Pyhäjärvi']);
  expect(found('i')).toEqual(['Ii', 'Haapajärvi', 'Pyhäjoki', 'Pyhäjärvi', 'Siikajoki']);
  expect(found('')).toHaveLength(6);
  expect(found('x')).toEqual([]);
});
