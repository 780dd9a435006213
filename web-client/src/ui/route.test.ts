import { expect, it } from 'vitest';
import { parse } from './route.svelte';

it('reads the addresses', () => {
  expect(parse('/', '', '')).toEqual({ page: 'start' });
  expect(parse('/j/poh26a', '?lang=sv', '')).toEqual({ page: 'join', code: 'POH26A' });
  expect(parse('/open', '', '#abc_-1')).toEqual({ page: 'open', link: 'abc_-1' });
  expect(parse('/s/1-2', '?as=chair', '')).toEqual({ page: 'participant', participant: '1-2', as: 'chair' });
  expect(parse('/recount', '', '')).toEqual({ page: 'recount' });
  expect(parse('/s', '', '')).toEqual({ page: 'unknown' });
  expect(parse('/j/a/b', '', '')).toEqual({ page: 'unknown' });
});
