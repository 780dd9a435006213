import { expect, type Locator, type Page } from '@playwright/test';
import type { AttendanceHistory, MeetingInfo } from '../src/net/contract';
import { axe, Hall, links, PLENARY, test, WORKING_AGE } from './hall';

const NAME = 'Tiina Teamsilä';
const MINUTE = 60_000;

async function get<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(new URL(path, page.url()).href);
  return (await answer.json()) as T;
}

/** Times of the meeting's day in Helsinki: some minutes long, and all of them past. */
async function pastTimes(page: Page): Promise<{ joined: string; left: string; end: string }> {
  const { heldOn } = await get<MeetingInfo>(page, `/api/meetings/${links.code}`);
  const [year, month, day] = heldOn.split('-').map(Number);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Helsinki',
    hour: 'numeric',
    minute: 'numeric',
    day: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(Date.now() - MINUTE);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const now = number('day') === day ? number('hour') * 60 + number('minute') : 24 * 60 - 1;
  const at = (minute: number): string => {
    const past = Math.max(0, minute);
    const two = String(past % 60).padStart(2, '0');
    return `${day}.${month}.${year} klo ${Math.floor(past / 60)}.${two}.${minute < 0 ? '00' : '30'}`;
  };
  return { joined: at(now - 12), left: at(now - 4), end: at(now - 2) };
}

/** As a Finnish Teams saves it: UTF-16, tabs, three sections. */
async function finnishReport(page: Page): Promise<Buffer> {
  const { joined, left, end } = await pastTimes(page);
  const text = [
    '1. Yhteenveto',
    'Kokouksen otsikko\tNeuvottelupäivä',
    `Alkamisaika\t${joined}`,
    `Päättymisaika\t${end}`,
    '',
    '2. Osallistujat',
    'Nimi\tEnsimmäinen liittyminen\tViimeinen poistuminen\tKesto\tSähköposti\tRooli',
    `TEAMSILÄ Tiina (Ulkoinen)\t${joined}\t${left}\t8 min\t\tEsittäjä`,
    '',
    '3. Kokouksen aikaiset toiminnot',
    'Nimi\tLiittymisaika\tPoistumisaika\tKesto\tSähköposti\tRooli',
    `TEAMSILÄ Tiina (Ulkoinen)\t${joined}\t${left}\t8 min\t\tEsittäjä`,
    `+358 40 123 4567\t${joined}\t\t\t\tOsallistuja`,
    '',
  ].join('\r\n');
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

const file = (name: string, buffer: Buffer): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'text/csv',
  buffer,
});

/** By the keyboard alone. */
async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

test('a Teams report becomes attendance', async ({ browser }) => {
  const hall = new Hall(browser);
  const phone = await hall.phone(NAME, 'Utajärvi', 'Teams', WORKING_AGE);
  const participant = new URL(phone.url()).pathname.split('/')[2] ?? '';
  const secretary = await hall.staff('SECRETARY', PLENARY);
  const staff = new URL(secretary.url()).pathname.split('/')[2] ?? '';

  await press(secretary.getByRole('link', { name: 'Avaa raportit' }));
  const dialog = secretary.getByRole('dialog');
  await expect(dialog).toHaveAccessibleName('Teamsin läsnäoloraportit');
  const choose = dialog.getByLabel('Valitse raportti');

  // What is no report is refused with the line and the reason.
  await choose.setInputFiles(
    file('rikki.csv', Buffer.from('Nimi;Tuli;Meni\nAino;2.4.2026 klo 12.00;huomenna\n')),
  );
  await expect(dialog.getByText('Rivi 2: ”huomenna” ei ole päiväys ja kellonaika.')).toBeVisible();
  await press(dialog.getByRole('button', { name: 'Älä tallenna tiedostoa rikki.csv' }));

  // What was recognised is shown and confirmed.
  await choose.setInputFiles(file('läsnäolo.csv', await finnishReport(secretary)));
  await expect(dialog.getByText('Raportissa on 2 henkilöä ja 2 läsnäolojaksoa.')).toBeVisible();
  await expect(dialog.getByText('UTF-16LE, sarkaimin eroteltu')).toBeVisible();
  await dialog.getByText('Muuta tulkintaa').click();
  await axe(secretary, 'the preview of a Teams report');
  await press(dialog.getByRole('button', { name: 'Oikein, tallenna raportti läsnäolo.csv' }));
  await expect(dialog.getByText('Raportti läsnäolo.csv on tallennettu.')).toBeVisible();

  // A name is a suggestion; a phone number nobody.
  await expect(dialog.getByRole('heading', { name: 'Vahvistettavat (1)' })).toBeVisible();
  await press(dialog.getByRole('button', { name: '+358 40 123 4567 ei ole osallistuja' }));
  await press(dialog.getByRole('button', { name: `Vahvista, että TEAMSILÄ Tiina on ${NAME}, Utajärvi` }));
  await expect(dialog.getByText('Kaikki raportin henkilöt on tunnistettu.')).toBeVisible();

  // The difference, and what shall hold.
  const choice = dialog.getByLabel(`Mitä merkitään: ${NAME}`);
  await choice.selectOption('Merkitse Teamsin ajat');
  await axe(secretary, 'the differences to a Teams report');
  for (const language of ['SV', 'EN', 'FI']) {
    await press(dialog.locator('header button'));
    await secretary.getByRole('button', { name: new RegExp(`^${language}`) }).click();
    await press(secretary.locator('a[href="#teams"]'));
    // One for each person who differs, and there may be others of the shared day.
    await expect(dialog.locator('select').first()).toBeVisible();
    await axe(secretary, `the Teams reports in ${language}`);
  }
  await choice.selectOption('Merkitse Teamsin ajat');
  await secretary.setViewportSize({ width: 390, height: 844 });
  expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
  await press(dialog.getByRole('button', { name: 'Merkitse valinnat (1 henkilö)' }));
  await expect(dialog.getByText('Valinnat on merkitty: 1 henkilö.')).toBeVisible();
  await axe(secretary, 'a Teams report that was accepted, on a phone');

  const { intervals } = await get<AttendanceHistory>(
    secretary,
    `/api/participants/${participant}/attendance?as=${staff}`,
  );
  expect(intervals[0]?.channel).toBe('TEAMS');
  expect(intervals[0]?.came).toMatchObject({ source: 'TEAMS', reason: 'läsnäolo.csv' });

  // And back.
  await choice.selectOption('Palauta aiemmin merkityt ajat');
  await press(dialog.getByRole('button', { name: 'Merkitse valinnat (1 henkilö)' }));
  await expect(dialog.getByText('Valinnat on merkitty: 1 henkilö.')).toBeVisible();
  await secretary.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(secretary.getByRole('link', { name: 'Avaa raportit' })).toBeFocused();
});
