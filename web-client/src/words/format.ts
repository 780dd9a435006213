import { locale, type Language } from './locale.svelte';

type Instant = string | number | Date;

let timeZone = 'Europe/Helsinki';

/** Times are shown as they are where the meeting is held, wherever the reader sits. */
export function showTimesOf(zone: string): void {
  timeZone = zone;
}

/** `13.30`, `8.05` (English `13:30`, `08:05`). */
export function time(instant: Instant): string {
  const { hour, minute } = parts(instant);
  return [hour, minute].join(separator());
}

/** `klo 13.30`, `kl. 13.30`, `at 13:30`. */
export function atTime(instant: Instant): string {
  return `${AT[locale.language]} ${time(instant)}`;
}

/** `klo 12.43.05`: when the second matters. */
export function atSecond(instant: Instant): string {
  const { hour, minute, second } = parts(instant);
  return `${AT[locale.language]} ${[hour, minute, second].join(separator())}`;
}

/** `2.4.2026` (English `2 April 2026`). */
export function date(instant: Instant): string {
  const { day, month, year } = parts(instant);
  if (locale.language !== 'en') return `${day}.${month}.${year}`;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone }).format(new Date(instant));
  return `${day} ${name} ${year}`;
}

/** A length of time as minutes and seconds: `4.05` would read as a clock, so always with a colon, `4:05`, `1:02:03`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `3,4` (English `3.4`), with as many decimals as asked. */
export function decimal(value: number, digits = 1): string {
  return new Intl.NumberFormat(locale.language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** The form for one or for many; the three languages divide the numbers alike. */
export function plural(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

const finnish = new Intl.Collator('fi', { sensitivity: 'accent', numeric: true });

/** The Finnish alphabet's order (… x y z å ä ö), for every language of the interface. */
export function byName(a: { name: string }, b: { name: string }): number {
  return finnish.compare(a.name, b.name);
}

const AT: Record<Language, string> = { fi: 'klo', sv: 'kl.', en: 'at' };

function separator(): string {
  return locale.language === 'en' ? ':' : '.';
}

interface Parts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

function parts(instant: Instant): Parts {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const found = Object.fromEntries(format.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
  const of = (name: keyof Parts): string => found[name] ?? '';
  return {
    year: of('year'),
    month: String(Number(of('month'))),
    day: String(Number(of('day'))),
    hour: locale.language === 'en' ? of('hour') : String(Number(of('hour'))),
    minute: of('minute'),
    second: of('second'),
  };
}
