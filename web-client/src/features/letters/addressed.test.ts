import { expect, it } from 'vitest';
import type { ParticipantEntry } from '../people';
import { addressed } from './addressed';

const person = (entry: Partial<ParticipantEntry>): ParticipantEntry => ({
  id: '1',
  name: 'Aino Aalto',
  email: null,
  organisation: 'oulu',
  title: null,
  groups: [],
  room: null,
  roles: [{ role: 'PARTICIPANT', room: null }],
  represents: false,
  voting: 'YES',
  deputyOf: null,
  expected: null,
  walkIn: false,
  link: { generation: 1, valid: true },
  mergedInto: null,
  channel: null,
  substitutes: null,
  substitutedBy: null,
  ...entry,
});

const groups = [{ id: 'north', name: 'Pohjoinen', organisations: ['oulu'] }];
const people = [
  person({}),
  person({ organisation: 'ii', groups: ['north'] }),
  person({ organisation: null }),
  person({ link: { generation: 1, valid: false } }),
  person({ link: null, walkIn: true }),
  person({ mergedInto: '2' }),
  person({ roles: [{ role: 'SCREEN', room: 'hall' }] }),
];

it('counts those whose link opens', () => {
  expect(addressed(people, groups, { kind: 'everyone', id: '' })).toBe(3);
  expect(addressed(people, groups, { kind: 'organisation', id: 'oulu' })).toBe(1);
  expect(addressed(people, groups, { kind: 'group', id: 'north' })).toBe(2);
  expect(addressed(people, groups, { kind: 'group', id: 'south' })).toBe(0);
});
