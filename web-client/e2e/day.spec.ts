import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import readXlsx from 'read-excel-file/universal';
import { answer, CHILDREN, Hall, links, PLENARY, table, test } from './hall';

const SCALE_TABLE = /^Vastausten jakauma/;
const GOAL_POLL = 'Mitä mieltä olet päivitetyistä tavoitteista?';
/** Of the three life stages together. */
const GOALS = 13;
const SAVED = /Äänesi on tallennettu klo/;

/** Follows a room's pages to an item: the chair moves, and every page must show it. */
async function moveTo(chair: Page, button: RegExp, watchers: readonly Page[], title: string): Promise<void> {
  await chair.getByRole('button', { name: button }).first().click();
  for (const page of watchers) await expect(page.getByRole('heading', { name: title }).first()).toBeVisible();
}

test('the whole day', async ({ browser }) => {
  const hall = new Hall(browser);
  const chair = await hall.staff('CHAIR', CHILDREN);
  const screen = await hall.staff('SCREEN', CHILDREN);
  const secretary = await hall.staff('SECRETARY', CHILDREN);
  await expect(screen.getByText(links.code).first()).toBeVisible();

  // Three phones join: two on site, one in Teams, from three municipalities.
  const oulu = await hall.phone('Aino Esimerkki', 'Oulu', 'Paikan päällä', CHILDREN);
  const ii = await hall.phone('Väinö Malli', 'Ii', 'Paikan päällä', CHILDREN);
  const sievi = await hall.phone('Åsa Prov-Ståhl', 'Sievi', 'Teams', CHILDREN);
  const phones = [oulu, ii, sievi];

  // The chair starts the room; everyone's page follows.
  const first = 'Hyvinvoinnin tila ja Pohteen alkuperäinen esitys tavoitteiksi';
  await moveTo(chair, /^Aloita: /, [...phones, screen], first);
  await expect(
    chair
      .getByText('3/30')
      .or(chair.getByText(/^3\s*\/30/))
      .first(),
  ).toBeVisible();
  await chair.getByRole('button', { name: /^Seuraava: / }).click();
  await expect(chair.getByRole('button', { name: /^Seuraava: Päivitetty esitys/ })).toBeVisible();
  await chair.getByRole('button', { name: 'Siirry asiakohtaan Kysely päivitetyistä tavoitteista' }).click();
  for (const phone of phones) {
    await expect(phone.getByRole('heading', { name: 'Kysely päivitetyistä tavoitteista' })).toBeVisible();
  }
  await hall.axe();

  // The poll opens, and one reloads in the middle: the half-filled ballot is still there.
  await chair.getByRole('button', { name: `Avaa: ${GOAL_POLL}` }).click();
  for (const phone of phones)
    await expect(phone.getByRole('button', { name: 'Lähetä vastaukset' })).toBeVisible();
  await answer(ii, [5, 4, undefined, undefined, undefined]);
  await ii.reload();
  await expect(ii.locator('form fieldset').nth(0).getByRole('radio').nth(4)).toBeChecked();
  await expect(ii.locator('form fieldset').nth(1).getByRole('radio').nth(3)).toBeChecked();
  await expect(ii.getByText('Ei vielä lähetetty')).toBeVisible();
  await hall.axe();

  // A ballot with gaps is not sent; the gaps are shown.
  await ii.getByRole('button', { name: 'Lähetä vastaukset' }).click();
  await expect(ii.getByText('3 väittämää on vielä vailla vastausta.').first()).toBeVisible();
  await answer(ii, [5, 4, 3, null, 1]);
  await answer(oulu, [4, 4, 4, 4, 4]);
  await answer(sievi, [1, 2, 3, 4, 5]);
  for (const phone of phones) {
    await phone.getByRole('button', { name: 'Lähetä vastaukset' }).click();
    await expect(phone.getByText(SAVED)).toBeVisible();
  }

  // One changes its mind.
  await answer(oulu, [2, 4, 4, 4, 4]);
  await expect(oulu.getByText('Muutosta ei ole vielä lähetetty')).toBeVisible();
  await oulu.getByRole('button', { name: 'Lähetä muutos' }).click();
  await expect(oulu.getByText(SAVED)).toBeVisible();
  await expect(oulu.getByText('Muutosta ei ole vielä lähetetty')).toBeHidden();
  await expect(chair.getByText(/3\s*\/\s*3/).first()).toBeVisible();
  await hall.axe();

  // The chair closes; the screen and all phones show the same tally.
  await chair.getByRole('button', { name: /^Sulje: / }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Sulje kysely' }).click();
  const counts = [
    ['1', '1', '0', '0', '1', '0', '3', '2,67', '2'],
    ['0', '1', '0', '2', '0', '0', '3', '3,33', '4'],
    ['0', '0', '2', '1', '0', '0', '3', '3,33', '3'],
    ['0', '0', '0', '2', '0', '1', '2', '4,00', '4'],
    ['1', '0', '0', '1', '1', '0', '3', '3,33', '4'],
  ];
  for (const page of [...phones, screen, chair, secretary]) {
    const rows = await table(page, SCALE_TABLE);
    expect(rows.slice(1).map((row) => row.slice(1))).toEqual(counts);
  }
  await hall.axe();

  // The room ends, and its people are in the plenary again.
  await chair.getByRole('button', { name: /Päätä osio/ }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Päätä osio' }).click();

  // The commitment vote of two municipalities, one with a reservation.
  const plenaryChair = await hall.staff('CHAIR', PLENARY);
  const plenaryScreen = await hall.staff('SCREEN', PLENARY);
  const plenarySecretary = await hall.staff('SECRETARY', PLENARY);
  await plenaryChair.getByRole('button', { name: /^Siirry asiakohtaan Päivitetty esitys/ }).click();
  await plenaryChair.getByRole('button', { name: /^Avaa: Sitoutuuko/ }).click();
  await commit(oulu, ['Sitoudumme', 'Sitoudumme', 'Sitoudumme']);
  await commit(
    sievi,
    ['Sitoudumme', 'Sitoudumme varauksin', 'Emme sitoudu'],
    '=Rahoitus; varmistettava 2027',
  );
  for (const page of [plenaryScreen, plenaryChair]) {
    await expect(page.getByText(/2\s*\/\s*30/).first()).toBeVisible();
  }
  await hall.axe();
  await plenaryChair.getByRole('button', { name: /^Sulje: / }).click();
  await plenaryChair.getByRole('dialog').getByRole('button', { name: 'Sulje kysely' }).click();
  await expect(oulu.getByText('Äänestys on auki')).toBeHidden();

  // The secretary takes the results home.
  const polls = await download(plenarySecretary, 'Kyselyjen tulokset, Excel (XLSX)');
  const statement = polls.find((row) => row.includes(2.67));
  expect(statement, 'the first statement with its mean as a number').toBeDefined();
  expect(statement).toEqual(expect.arrayContaining([CHILDREN, 'Suljettu', 1, 3, 2.67]));
  const commitments = await download(plenarySecretary, 'Sitoutumiset, Excel (XLSX)');
  const reserved = commitments.find((row) => row.includes('Sitoutuu varauksin'));
  const goals = commitments.filter((row) => row.includes('Oulu'));
  expect(reserved).toEqual(
    expect.arrayContaining(['Sievi', '=Rahoitus; varmistettava 2027', 'Åsa Prov-Ståhl']),
  );
  expect(goals).toHaveLength(GOALS);
  expect(goals.every((row) => row.includes('Sitoutuu'))).toBe(true);
  const attendance = await download(plenarySecretary, 'Läsnäolo, Excel (XLSX)');
  const intervals = attendance.filter((row) => row[0] === 'Åsa Prov-Ståhl');
  expect(intervals.map((row) => row[4])).toEqual([PLENARY, CHILDREN, PLENARY]);
  expect(intervals.every((row) => row.includes('Teams'))).toBe(true);
});

/** Gives a municipality's answers, one to all goals of a set, with the same reservation wherever one is asked for. */
async function commit(phone: Page, answers: readonly string[], reservation = ''): Promise<void> {
  await expect(phone.getByText('Äänestys on auki').first()).toBeVisible();
  await expect(phone.locator('form fieldset')).toHaveCount(GOALS);
  const sets = phone.locator('form [role=group]');
  for (const [i, name] of answers.entries()) {
    await sets.nth(i).locator('summary').click();
    await sets.nth(i).getByRole('button', { name, exact: true }).click();
  }
  for (const box of await phone.getByLabel(/Mitä varauksia kunnalla on\?$/).all())
    await box.fill(reservation);
  await phone.getByRole('button', { name: 'Lähetä kunnan vastaus' }).click();
  await expect(phone.getByRole('heading', { name: /Kunnan vastaus on tallennettu klo/ })).toBeVisible();
}

/** Downloads a workbook and gives the cells of its first sheet. */
async function download(page: Page, link: string): Promise<unknown[][]> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const [first] = await readXlsx(new Blob([await readFile(await (await waiting).path())]));
  return first?.data ?? [];
}
