export const RECORDS = [
  'attendance.xlsx',
  'attendance.csv',
  'polls.xlsx',
  'polls.csv',
  'commitments.xlsx',
  'commitments.csv',
  'registers.xlsx',
  'registers.csv',
] as const;

export type RecordName = (typeof RECORDS)[number];

/** The address to download a record from: a plain link with `download` is enough. */
export const recordAddress = (participant: string, record: RecordName, language: string): string =>
  `/api/records/${record}?as=${participant}&lang=${language}`;
