// Takes the README's pictures from a running service with a simulated hall:
//   SOVITTU_SIMULATE=130 … start the service with a fresh data folder, then
//   SOVITTU_LINKS='<JSON of MeetingLinks>' node scripts/screenshots.mjs [folder]
import { mkdirSync } from 'node:fs';
import { chromium, devices } from '@playwright/test';

const folder = process.argv[2] ?? 'screenshots';
const links = JSON.parse(process.env.SOVITTU_LINKS);
const PLENARY = 'Plenaari';
const ROOM = 'Lapset, nuoret ja lapsiperheet';
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.SOVITTU_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

async function open(url, viewport) {
  const options = viewport === 'phone' ? { ...devices['Pixel 7'] } : { viewport };
  const context = await browser.newContext({ ...options, locale: 'fi-FI', timezoneId: 'Europe/Helsinki' });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
const staff = (role, room, viewport = { width: 1366, height: 768 }) =>
  open(links.links.find((link) => link.role === role && link.room === room).url, viewport);
async function picture(page, name, scroll = true) {
  if (scroll) await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `${folder}/${name}.png` });
}
const button = (page, name) => page.getByRole('button', { name }).first();

const phone = await open(links.joinUrl, 'phone');
await phone.getByLabel('Etunimi ja sukunimi').fill('Aino Esimerkki');
await phone.getByRole('combobox').fill('Oulu');
await phone.getByRole('option', { name: 'Oulu', exact: true }).click();
await phone.getByRole('radio', { name: 'Paikan päällä' }).check();
await phone.getByRole('radio', { name: ROOM }).check();
await picture(phone, 'join');
await phone.getByRole('button', { name: 'Liity' }).click();
await phone.waitForURL(/\/s\//);

const chair = await staff('CHAIR', ROOM);
const screen = await staff('SCREEN', ROOM, { width: 1920, height: 1080 });
await screen.getByText(links.code).first().waitFor();
await screen.waitForTimeout(1500);
await picture(screen, 'screen-before');
await button(chair, /^Aloita: /).click();
await chair.waitForTimeout(1500);
await button(chair, 'Siirry asiakohtaan Kysely päivitetyistä tavoitteista').click();
await chair.waitForTimeout(1500);
await picture(screen, 'screen-agenda');
await button(chair, /^Avaa: /).click();
await phone.locator('form fieldset').nth(0).getByRole('radio').nth(3).check();
await phone.locator('form fieldset').nth(1).getByRole('radio').nth(4).check();
await phone.waitForTimeout(6000);
await picture(phone, 'participant', false);
await picture(chair, 'chair');
await picture(screen, 'screen-poll');
await phone.waitForTimeout(25_000);
await button(chair, /^Sulje: /).click();
await chair.getByRole('dialog').getByRole('button', { name: 'Sulje kysely' }).click();
await chair.waitForTimeout(2500);
await picture(chair, 'chair-result');
await picture(screen, 'screen-result');
await picture(phone, 'participant-result');
const secretary = await staff('SECRETARY', ROOM);
await secretary.waitForTimeout(2500);
await picture(secretary, 'secretary');
const organiser = await staff('ORGANISER', null);
await organiser.waitForTimeout(2500);
await picture(organiser, 'organiser');
await button(chair, /Päätä osio/).click();
await chair.getByRole('dialog').getByRole('button', { name: 'Päätä osio' }).click();

const plenaryChair = await staff('CHAIR', PLENARY);
const plenaryScreen = await staff('SCREEN', PLENARY, { width: 1920, height: 1080 });
await button(plenaryChair, /^Siirry asiakohtaan Päivitetty esitys/).click();
await plenaryChair.waitForTimeout(1500);
await picture(plenaryScreen, 'screen-rooms');
await button(plenaryChair, /^Avaa: /).click();
await plenaryChair.waitForTimeout(25_000);
await picture(plenaryScreen, 'screen');
await picture(plenaryChair, 'chair-commitment');
await picture(phone, 'participant-commitment');
await browser.close();
