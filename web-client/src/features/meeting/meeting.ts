import type { Join, MeetingInfo, MeetingLinks, OwnParticipant } from '../../net/contract';
import { insist, send, type Command } from '../../net/http';

export type { Join, MeetingInfo, MeetingLinks, Organisation, RoomInfo } from '../../net/contract';

/** What a person needs to know before joining. Public. */
export const getMeeting = (code: string): Promise<MeetingInfo> =>
  insist(`/api/meetings/${encodeURIComponent(code)}`, {});

/** The address of the joining link's QR code, an SVG image. */
export const qrAddress = (code: string): string => `/api/meetings/${encodeURIComponent(code)}/qr`;

/** The same `key` always gives the same participant. */
export const join = (
  code: string,
  body: Join,
  options: Pick<Command, 'onWaiting' | 'signal'> = {},
): Promise<OwnParticipant> =>
  insist(`/api/meetings/${encodeURIComponent(code)}/participants`, { method: 'POST', body, ...options });

/** Opens a personal link; `link` is what follows the `#`. */
export const openLink = (link: string): Promise<OwnParticipant> =>
  insist('/api/sessions', { method: 'POST', body: { link } });

/** Makes a meeting from a template file's text. The same `key` makes one meeting. */
export const createMeeting = (participant: string, key: string, template: string): Promise<MeetingLinks> =>
  insist('/api/meetings', { method: 'POST', participant, body: { key, template } });

export const getLinks = (participant: string): Promise<MeetingLinks> => send('/api/links', { participant });
