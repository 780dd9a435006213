import type { Poll } from '../../polls';
import type { Fault, Kind } from '../kind';

export const TEXT_MAX = 280;
export const WORD_MAX = 25;

/** One field for each text that may be given; those left blank are not sent. */
type Texts = readonly string[];

/** Open text: the same text twice is a slip. */
export const texts: Kind<Texts> = kind('texts', TEXT_MAX, (text) => text);

/** Short words for a cloud, which does not tell capitals from small letters. */
export const words: Kind<Texts> = kind('words', WORD_MAX, (word) => word.toLowerCase());

/** In whole characters, as the server counts. */
export const lengthOf = (text: string): number => [...oneLine(text)].length;

/** As the server stores it: composed letters, single blanks, none around. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Z}\p{Cc}]+/gu, ' ')
    .trim();

/** Whether there is anything to see: marks of direction and the like alone are nothing. */
export const isBlank = (text: string): boolean => !/[^\s\p{Z}\p{Cc}\p{Cf}]/u.test(text);

function kind(field: 'texts' | 'words', max: number, fold: (text: string) => string): Kind<Texts> {
  return {
    empty: (poll) => padded([], poll),
    faults: (form) => {
      if (form.every(isBlank)) return [{ place: 0, what: 'missing' }];
      const seen = new Set<string>();
      return form.flatMap((text, place): Fault[] => {
        if (isBlank(text)) return [];
        if (lengthOf(text) > max) return [{ place, what: 'tooLong' }];
        const folded = fold(oneLine(text));
        if (seen.has(folded)) return [{ place, what: 'twice' }];
        seen.add(folded);
        return [];
      });
    },
    write: (form) => ({ [field]: form.filter((text) => !isBlank(text)).map(oneLine) }),
    read: (answers, poll) => answers[field] && padded(answers[field], poll),
  };
}

const padded = (given: Texts, poll: Poll): string[] =>
  Array.from({ length: Math.max(poll.most, given.length) }, (_, i) => given[i] ?? '');
