/** Turns what a clock on the meeting's wall shows into an instant, and back. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes a hundred times as long as using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    // Swedish writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
  }
  return format;
}

/** The wall clock's day and time to the second, `2026-04-02T13:40:05`. */
export function onWall(instant: string | number, zone: string): string {
  return formatOf(zone).format(new Date(instant)).replace(' ', 'T');
}

/**
 * The instant at which the wall clock shows `2026-04-02T13:40`, or with seconds. Of an hour that comes twice it is the
 * first; a time that is left out when the clocks go forward is as much later.
 */
export function instantOf(wall: string, zone: string): string {
  const asIfUtc = Date.parse(`${wall}Z`);
  const ahead = (at: number): number => Date.parse(`${onWall(at, zone)}Z`) - Math.floor(at / 1000) * 1000;
  // The zone's distance from UTC on both sides of the time; only around a change of clocks they differ.
  const day = 24 * 3_600_000;
  const before = asIfUtc - ahead(asIfUtc - day);
  const after = asIfUtc - ahead(asIfUtc + day);
  const fits = [before, after].find((at) => at + ahead(at) === asIfUtc);
  return new Date(fits ?? before).toISOString();
}
