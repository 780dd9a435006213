import { expect, it } from 'vitest';
import { draftOf, holds, orNull, withRole } from './draft';

it('gives and takes roles, and never makes a participant of an observer', () => {
  const begin = draftOf(undefined).roles;
  const chair = withRole(begin, 'CHAIR', 'r', true);
  expect(holds(chair, 'CHAIR', 'r')).toBe(true);
  expect(withRole(chair, 'CHAIR', 'r', true)).toHaveLength(2);
  const observer = withRole(chair, 'OBSERVER', null, true);
  expect(observer.map((one) => one.role)).toEqual(['CHAIR', 'OBSERVER']);
  expect(withRole(observer, 'PARTICIPANT', null, true).map((one) => one.role)).toEqual([
    'CHAIR',
    'PARTICIPANT',
  ]);
  expect(withRole(chair, 'CHAIR', 'r', false)).toEqual(begin);
  expect([orNull('  '), orNull(' a ')]).toEqual([null, 'a']);
});
