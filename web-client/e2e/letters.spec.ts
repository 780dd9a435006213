import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { axe, Hall, test } from './hall';

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1366, height: 768 };

/** Refused by the mail server that the tests are run with. */
const UNKNOWN = 'tuntematon@example.org';

async function toPeople(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Henkilöt' }).click();
  await expect(page.getByRole('heading', { name: 'Henkilöt', level: 1 })).toBeVisible();
  await expect(page.getByRole('table').first()).toBeVisible();
}

async function imports(page: Page, ...lines: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Tuo henkilölista' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: 'kutsutut.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Nimi;Sähköposti;Organisaatio', ...lines].join('\r\n'), 'utf8'),
  });
  await page.getByRole('button', { name: 'Tuo henkilöt' }).click();
  await expect(page.getByText(/^Tuotu:/)).toBeVisible();
  await page.getByRole('button', { name: 'Tuo henkilölista' }).click();
}

/** What a link downloads. */
async function download(page: Page, link: Locator): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await link.click();
  return readFile(await (await waiting).path());
}

/** Nothing but wide tables, which scroll by themselves, is wider than the page. */
async function fits(page: Page): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider).toBeLessThanOrEqual(0);
}

test('badges, letters and a list to mail from are downloaded', async ({ browser }) => {
  const hall = new Hall(browser);
  const organiser = await hall.staff('ORGANISER', null);
  await toPeople(organiser);
  await imports(organiser, 'Kaisa Kutsuttu;kaisa@example.org;Hailuoto', 'Olli Osoitteeton;;Hailuoto');
  const letters = organiser.getByRole('region', { name: 'Nimilaput ja kutsut' });
  await letters.getByLabel('Kenelle').selectOption({ label: 'Merijärvi' });
  await expect(letters.getByText('Kenelläkään valituista ei ole voimassa')).toBeVisible();
  await expect(letters.getByRole('link')).toHaveCount(0);
  await letters.getByLabel('Kenelle').selectOption({ label: 'Hailuoto' });
  await expect(letters.getByText('Tiedostoon tulee 2 henkilöä.')).toBeVisible();

  for (const name of ['Nimilaput, A4-arkit (PDF)', 'Kutsukirjeet (PDF)']) {
    const pdf = await download(organiser, letters.getByRole('link', { name }));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  }
  const list = await download(organiser, letters.getByRole('link', { name: /CSV/ }));
  expect(list.toString('utf8')).toMatch(/Kaisa Kutsuttu;kaisa@example\.org;Hailuoto;;http\S+\/open#/);
  for (const size of [LAPTOP, PHONE]) {
    await organiser.setViewportSize(size);
    await fits(organiser);
    await axe(organiser, `badges and letters at ${size.width}`);
  }
});

test('links are sent by e-mail, and who was not reached is told', async ({ browser }) => {
  const hall = new Hall(browser);
  const organiser = await hall.staff('ORGANISER', null);
  await toPeople(organiser);
  const post = organiser.getByRole('region', { name: 'Lähetä linkit sähköpostilla' });
  await expect(post.getByText(/Viestejä lähtee enintään|ei ole asetettu/).first()).toBeVisible();
  test.skip(await post.getByText('ei ole asetettu').isVisible(), 'the service has no mail server');
  await imports(
    organiser,
    'Leena Lähetetty;leena@example.org;Hailuoto',
    `Tuomo Tuntematon;${UNKNOWN};Hailuoto`,
    'Oona Osoitteeton;;Hailuoto',
  );

  const send = post.getByRole('button', { name: /^Lähetä \d+ henkilölle$/ });
  await send.click();
  const asked = organiser.getByRole('dialog');
  await expect(asked.getByText('Viestit alkavat lähteä heti')).toBeVisible();
  await axe(organiser, 'asking before letters are sent');
  await asked.getByRole('button', { name: 'Peruuta' }).click();
  await expect(send).toBeVisible();
  await send.click();
  await asked.getByRole('button', { name: 'Lähetä', exact: true }).click();
  await expect(post.getByText(/Lähetys on valmis: .* 1 henkilö jäi tavoittamatta/)).toBeVisible();
  await expect(send).toHaveCount(0);

  await post.getByRole('button', { name: /^Näytä, ketkä eivät saaneet viestiä/ }).click();
  const table = post.getByRole('table', { name: 'Ilman viestiä jääneet' });
  await expect(table.getByRole('row', { name: /Tuomo Tuntematon/ })).toContainText(
    'Palvelin ei ottanut viestiä vastaan.',
  );
  await expect(table.getByRole('row', { name: /Oona Osoitteeton/ })).toContainText(
    'Sähköpostiosoite puuttuu.',
  );
  await expect(table.getByRole('row', { name: /Leena Lähetetty/ })).toHaveCount(0);
  for (const size of [LAPTOP, PHONE]) {
    await organiser.setViewportSize(size);
    await fits(organiser);
    await axe(organiser, `those not reached at ${size.width}`);
  }
  await organiser.setViewportSize(LAPTOP);
  for (const language of [/^SV/, /^EN/, /^FI/]) {
    await organiser.getByRole('button', { name: language }).click();
    await axe(organiser, 'those not reached in another language');
  }

  // One more person, by the own page, with the keyboard alone.
  await organiser.getByRole('searchbox').fill('Leena');
  await organiser.getByRole('button', { name: 'Avaa: Leena Lähetetty' }).press('Enter');
  const person = organiser.getByRole('dialog').first();
  await person.getByRole('button', { name: 'Lähetä linkki sähköpostilla' }).press('Enter');
  await expect(organiser.getByText('Linkki lähetetään osoitteeseen leena@example.org.')).toBeVisible();
  await organiser
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: 'Lähetä', exact: true })
    .press('Enter');
  await expect(person.getByText('Viesti on lisätty jonoon.').first()).toBeVisible();
});

test('a service without a mail server says what to do instead', async ({ browser }) => {
  const hall = new Hall(browser);
  const organiser = await hall.staff('ORGANISER', null);
  await organiser.route('**/api/post', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      json: { ...((await answer.json()) as object), perMinute: null },
    });
  });
  await toPeople(organiser);
  const post = organiser.getByRole('region', { name: 'Lähetä linkit sähköpostilla' });
  await expect(post.getByText('Palvelulle ei ole asetettu sähköpostipalvelinta')).toBeVisible();
  await expect(post.getByText('lataa osoitetiedosto')).toBeVisible();
  await expect(post.getByRole('button')).toHaveCount(0);
  await axe(organiser, 'people without a mail server');
});
