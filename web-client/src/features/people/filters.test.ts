import { expect, it } from 'vitest';
import type { ParticipantEntry } from './people';
import { found } from './filters';

function person(name: string, more: Partial<ParticipantEntry> = {}): ParticipantEntry {
  return {
    id: name,
    name,
    email: null,
    organisation: 'ii',
    title: null,
    groups: [],
    room: null,
    roles: [{ role: 'PARTICIPANT', room: null }],
    represents: true,
    voting: 'YES',
    deputyOf: null,
    expected: null,
    walkIn: false,
    link: null,
    mergedInto: null,
    channel: null,
    substitutes: null,
    substitutedBy: null,
    ...more,
  };
}

const names = (people: ParticipantEntry[]): string[] => people.map((one) => one.name);
const all = [
  person('Åke Öst', { channel: 'TEAMS', title: 'Johtaja' }),
  person('Maija-Liisa Äijälä', { voting: 'WAITING', walkIn: true }),
  person('Pia Puhe', { roles: [{ role: 'CHAIR', room: 'r' }] }),
  person('Kaksi Kertaa', { mergedInto: 'Pia Puhe' }),
];
const search = (text: string, filter: Parameters<typeof found>[1] = 'ALL') =>
  names(found(all, filter, text, (id) => (id === 'ii' ? 'Iin kunta' : '')));

it('finds every word in name, title and organisation, accents or not', () => {
  expect(search('ake')).toEqual(['Åke Öst']);
  expect(search('AIJALA maija')).toEqual(['Maija-Liisa Äijälä']);
  expect(search('johtaja iin')).toEqual(['Åke Öst']);
  expect(search('')).toHaveLength(3);
});

it('limits the list, and keeps merged entries apart', () => {
  expect(search('', 'PRESENT')).toEqual(['Åke Öst']);
  expect(search('', 'STAFF')).toEqual(['Pia Puhe']);
  expect(search('', 'NO_VOTE')).toEqual(['Maija-Liisa Äijälä']);
  expect(search('', 'WALK_INS')).toEqual(['Maija-Liisa Äijälä']);
  expect(search('', 'MERGED')).toEqual(['Kaksi Kertaa']);
});
