import { expect, it } from 'vitest';
import { randomKey } from './key';

it('makes keys of the contract’s form, never the same', () => {
  const keys = Array.from({ length: 200 }, randomKey);
  expect(keys.every((key) => /^[A-Za-z0-9_-]{22}$/.test(key))).toBe(true);
  expect(new Set(keys).size).toBe(200);
});
