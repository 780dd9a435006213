import { getMeeting, type Organisation } from './meeting';

const known = new Map<string, Promise<Organisation[]>>();

/** The organisations of the meeting with this code, fetched once. */
export function organisationsOf(code: string): Promise<Organisation[]> {
  let organisations = known.get(code);
  if (!organisations) {
    organisations = getMeeting(code).then((meeting) => meeting.organisations);
    known.set(code, organisations);
  }
  return organisations;
}
