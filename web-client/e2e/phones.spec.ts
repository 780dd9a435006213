import { expect, type Page } from '@playwright/test';
import { answer, axe, Hall, links, test, WORKING_AGE } from './hall';

const SAVED = /Äänesi on tallennettu klo/;
const POLL_ITEM = 'Kysely päivitetyistä tavoitteista';

/** Starts the room, unless a test before has, and brings it to the poll's item. */
async function toThePoll(chair: Page): Promise<void> {
  const start = chair.getByRole('button', { name: /^Aloita: / });
  await expect(start.or(chair.getByRole('heading', { name: POLL_ITEM, level: 1 })).first()).toBeVisible();
  if (await start.isVisible()) {
    await start.click();
    await expect(chair.getByRole('button', { name: /^Seuraava: / })).toBeVisible();
    await chair.getByRole('button', { name: `Siirry asiakohtaan ${POLL_ITEM}` }).click();
  }
}

test('phones in poor networks', async ({ browser }) => {
  const hall = new Hall(browser);
  const chair = await hall.staff('CHAIR', WORKING_AGE);

  // A network that lets no WebSocket through: SockJS falls back to plain HTTP.
  const blocked = await hall.phone('Eero Estetty', 'Kuusamo', 'Teams', WORKING_AGE, async (page) => {
    await page.routeWebSocket(/\/live\//, (socket) => socket.close());
  });
  const fallback = blocked.waitForRequest(/\/live\/\d+\/\w+\/xhr/);
  await blocked.reload();
  await fallback;
  // Any other phone listens by a plain WebSocket.
  let heard: Promise<unknown> = Promise.resolve();
  const phone = await hall.phone('Oona Offline', 'Raahe', 'Paikan päällä', WORKING_AGE, (page) => {
    heard = page
      .waitForEvent('websocket', (socket) => new URL(socket.url()).pathname === '/live/websocket')
      .then((socket) => socket.waitForEvent('framereceived'));
    return Promise.resolve();
  });
  await heard;
  await toThePoll(chair);
  for (const page of [blocked, phone]) {
    await expect(page.getByRole('heading', { name: POLL_ITEM })).toBeVisible();
  }

  await chair.getByRole('button', { name: 'Avaa: Mitä mieltä olet päivitetyistä tavoitteista?' }).click();
  await answer(phone, [1, 2, 3, 4]);
  await answer(blocked, [null, 2, 3, 5]);

  // No network at the moment of sending: the vote waits, survives a reload of the page's state, and goes by itself.
  await phone.context().setOffline(true);
  await phone.getByRole('button', { name: 'Lähetä vastaukset' }).click();
  await expect(phone.getByText('Ei yhteyttä – äänesi odottaa lähetystä').first()).toBeVisible();
  await axe(phone, 'a phone without a network');
  await expect(phone.getByText(SAVED)).toBeHidden();
  await phone.context().setOffline(false);
  await expect(phone.getByText(SAVED)).toBeVisible({ timeout: 30_000 });

  await blocked.getByRole('button', { name: 'Lähetä vastaukset' }).click();
  await expect(blocked.getByText(SAVED)).toBeVisible();
  // Others of the shared day may be in the room too.
  await expect(chair.getByText(/2\s*\/\s*\d+/).first()).toBeVisible();

  // Whoever leaves is told that voting needs presence, and comes back to the same vote.
  await blocked.getByRole('button', { name: 'Poistun' }).click();
  await expect(blocked.getByText('Olet poistunut').first()).toBeVisible();
  await axe(blocked, 'a phone that left');
  await blocked.getByRole('button', { name: 'Palaan mukaan' }).first().click();
  await expect(blocked.getByText(SAVED)).toBeVisible();
});

test('three languages and the keyboard', async ({ browser }) => {
  const hall = new Hall(browser);
  const phone = await hall.phone('Kim Kieli', 'Muhos', 'Teams', WORKING_AGE);
  for (const [language, leave] of [
    ['SV', 'Jag lämnar mötet'],
    ['EN', 'I am leaving'],
  ] as const) {
    await phone.getByRole('button', { name: new RegExp(`^${language}`) }).click();
    await expect(phone.locator('html')).toHaveAttribute('lang', language.toLowerCase());
    await expect(phone.getByRole('button', { name: leave })).toBeVisible();
    await axe(phone, `the participant's page in ${language}`);
  }

  // The pages that the day's test does not open.
  const organiser = await hall.staff('ORGANISER', null);
  await expect(organiser.getByText(links.code).first()).toBeVisible();
  await axe(organiser, 'organiser');
  const start = await phone.context().newPage();
  await start.goto(new URL('/', links.joinUrl).href);
  await expect(start.locator('main input').first()).toBeVisible();
  await axe(start, 'start');

  // The keyboard's first stop is the skip link.
  const chair = await hall.staff('CHAIR', WORKING_AGE);
  await expect(chair.locator('main')).toBeVisible();
  await chair.keyboard.press('Tab');
  await expect(chair.locator(':focus')).toHaveText('Siirry sisältöön');
  await chair.keyboard.press('Enter');
  await expect(chair.locator('main')).toBeFocused();
});
