/** How many people a file holds at most; the service's own limit. */
export const MOST_LETTERS = 2_000;

export type LetterFile = 'badges.pdf' | 'letters.pdf' | 'links.csv';

/** Whom a file is for: everyone, or those of one organisation or of one group. */
export interface Addressees {
  kind: 'everyone' | 'organisation' | 'group';
  id: string;
}

/** The address to download from: a plain link with `download` is enough. */
export const lettersAddress = (participant: string, file: LetterFile, { kind, id }: Addressees): string =>
  `/api/letters/${file}?as=${participant}${kind === 'everyone' ? '' : `&${kind}=${id}`}`;
