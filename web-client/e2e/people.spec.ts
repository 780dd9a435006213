import { expect, type Page } from '@playwright/test';
import { axe, Hall, links, test, WORKING_AGE } from './hall';

const ROSTER = 'henkilot.csv';

/** Chooses a roster file made of these lines. */
async function choose(page: Page, ...lines: string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: ROSTER,
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n'), 'utf8'),
  });
}

/** Opens the page of people from the role's own page. */
async function toPeople(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Henkilöt' }).click();
  await expect(page.getByRole('heading', { name: 'Henkilöt', level: 1 })).toBeVisible();
  await expect(page.getByRole('table').first()).toBeVisible();
}

async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox').fill(name);
  await page.getByRole('button', { name: `Avaa: ${name}` }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function rule(page: Page, label: string): Promise<void> {
  await page.getByLabel('Koodilla liittyvät').selectOption({ label });
}

test('a roster is previewed, mended and imported', async ({ browser }) => {
  const hall = new Hall(browser);
  const organiser = await hall.staff('ORGANISER', null);
  await toPeople(organiser);
  await axe(organiser, 'people');
  await organiser.getByRole('button', { name: 'Tuo henkilölista' }).click();

  // The sample that can be downloaded is taken as it is.
  const waiting = organiser.waitForEvent('download');
  await organiser.getByRole('link', { name: 'Lataa malli (Excel)' }).click();
  await organiser.locator('input[type=file]').setInputFiles(await (await waiting).path());
  await expect(organiser.getByText(/3 uutta, 0 muuttuu, 0 ennallaan, 0 hylätty/)).toBeVisible();

  const head = 'Nimi;Sähköposti;Organisaatio;Nimike;Edustaa;Kenen varaedustaja;Ruokavalio';
  await choose(
    organiser,
    head,
    'Maija-Liisa Näkö;maija@example.org;Oulu;Johtaja;x;;kasvis',
    'Outo Tuntematon;;Atlantis;;;;',
  );
  await expect(organiser.getByText('Näitä sarakkeita ei lueta: Ruokavalio')).toBeVisible();
  await expect(organiser.getByText('Tilaisuudessa ei ole organisaatiota Atlantis.')).toBeVisible();
  await expect(organiser.getByRole('button', { name: 'Tuo henkilöt' })).toHaveCount(0);
  await axe(organiser, 'a refused row');

  await choose(
    organiser,
    head,
    'Maija-Liisa Näkö;maija@example.org;Oulu;Johtaja;x;;kasvis',
    'Veikko Vara;;Oulu;;;Maija-Liisa Näkö;',
  );
  await expect(organiser.getByText(/2 uutta, 0 muuttuu, 0 ennallaan, 0 hylätty/)).toBeVisible();
  await axe(organiser, 'a preview');
  await organiser.getByRole('button', { name: 'Tuo henkilöt' }).click();
  await expect(organiser.getByText('Tuotu: 2 uutta, 0 muuttunutta.')).toBeVisible();
  await organiser.getByRole('searchbox').fill('nako oulu');
  await expect(organiser.getByRole('rowheader', { name: /Maija-Liisa Näkö/ })).toBeVisible();
  await expect(organiser.getByText('maija@example.org')).toBeVisible();
  // What has been written stays when the language changes.
  for (const language of [/^SV/, /^FI/]) {
    await organiser.getByRole('button', { name: language }).click();
    await expect(organiser.getByRole('searchbox')).toHaveValue('nako oulu');
  }

  // One of them is made a chair, and opens the link.
  await open(organiser, 'Maija-Liisa Näkö');
  await axe(organiser, 'a person');
  const dialog = organiser.getByRole('dialog');
  await dialog.getByLabel(`Puheenjohtaja: ${WORKING_AGE}`).check();
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog.getByText('Tiedot on tallennettu.').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Näytä linkki' }).click();
  const link = await dialog.locator('code').innerText();
  const chair = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage();
  await chair.goto(link);
  await expect(chair.getByRole('link', { name: 'Henkilöt' })).toBeVisible();
  await toPeople(chair);
  await expect(chair.getByText('maija@example.org')).toHaveCount(0);
  await axe(chair, 'people, as a chair sees them');

  // Taken away, the page is gone at once.
  await dialog.getByRole('button', { name: 'Mitätöi linkki' }).click();
  await organiser.getByRole('dialog').last().getByRole('button', { name: 'Mitätöi linkki' }).click();
  await expect(chair.getByRole('heading', { name: 'Tämä paikka ei ole enää voimassa' })).toBeVisible();
});

test('a walk-in waits on the phone until the desk nods', async ({ browser }) => {
  const hall = new Hall(browser);
  const organiser = await hall.staff('ORGANISER', null);
  const chair = await hall.staff('CHAIR', WORKING_AGE);
  const secretary = await hall.staff('SECRETARY', WORKING_AGE);
  await toPeople(organiser);
  await rule(organiser, 'Äänestävät hyväksynnän jälkeen');
  try {
    const phone = await hall.phone('Olli Odottaja', 'Kempele', 'Paikan päällä', WORKING_AGE);
    await expect(phone.getByText('Odotat äänioikeutta')).toBeVisible();
    await axe(phone, 'a phone that waits');
    for (const desk of [chair, secretary, organiser]) {
      await expect(desk.getByRole('heading', { name: '1 henkilö odottaa äänioikeutta' })).toBeVisible();
    }
    await axe(chair, 'a chair with someone waiting');
    await secretary.getByRole('button', { name: 'Hyväksy: Olli Odottaja' }).click();
    await expect(phone.getByText('Sinulla on nyt äänioikeus.')).toBeVisible();
    await expect(chair.getByRole('heading', { name: /odottaa äänioikeutta/ })).toBeHidden();

    const declined = await hall.phone('Heli Kuuntelija', 'Muhos', 'Teams', WORKING_AGE);
    await chair.getByRole('button', { name: 'Tarkkailijaksi: Heli Kuuntelija' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Jätä tarkkailijaksi' }).click();
    await expect(declined.getByText('Olet mukana tarkkailijana')).toBeVisible();
    await axe(declined, 'an observer');
    for (const language of [/^SV/, /^EN/]) {
      await declined.getByRole('button', { name: language }).click();
      await axe(declined, 'an observer in another language');
    }
  } finally {
    await rule(organiser, 'Äänestävät heti');
  }
  expect(links.code).toHaveLength(6);
});
