import { expect, type Browser, type Page } from '@playwright/test';
import { axe, CHILDREN, ELDERLY, Hall, links, test, WORKING_AGE } from './hall';

const LAPTOP = { viewport: { width: 1366, height: 768 } };

const service = (): string => new URL(links.joinUrl).origin;

function nameOf(role: string, room: string): string {
  const link = links.links.find((one) => one.role === role && one.room === room);
  if (!link) throw new Error(`no ${role} in ${room}`);
  return link.name;
}

/** Opens the dialog of somebody who has the role, from the organiser's list of people. */
async function openPerson(organiser: Page, role: 'Puheenjohtaja' | 'Sihteeri', room: string): Promise<void> {
  await organiser.getByRole('navigation').getByRole('link', { name: 'Henkilöt' }).click();
  const name = nameOf(role === 'Sihteeri' ? 'SECRETARY' : 'CHAIR', room);
  await organiser.getByRole('searchbox').fill(name);
  // Several may have the name: the one who has the role.
  const buttons = organiser.getByRole('button', { name: `Avaa: ${name}` });
  await expect(buttons.first()).toBeVisible();
  for (const button of await buttons.all()) {
    await button.click();
    const dialog = organiser.getByRole('dialog');
    if (await dialog.getByLabel(`${role}: ${room}`).isChecked()) return;
    await dialog.getByRole('button', { name: 'Sulje' }).click();
  }
  throw new Error(`nobody is ${role} of ${room}`);
}

async function oneTimeLink(organiser: Page, room: string): Promise<string> {
  await openPerson(organiser, 'Sihteeri', room);
  const dialog = organiser.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Luo kirjautumislinkki' }).click();
  await expect(dialog.getByText(/Linkki on luotu/)).toBeVisible();
  await axe(organiser, 'a one-time link');
  return dialog.locator('code', { hasText: '/sign-in#' }).innerText();
}

async function fresh(browser: Browser): Promise<Page> {
  return (await browser.newContext(LAPTOP)).newPage();
}

test('a secretary signs in once by a link and signs out everywhere', async ({ browser }) => {
  const organiser = await new Hall(browser).staff('ORGANISER', null);
  const first = await oneTimeLink(organiser, WORKING_AGE);

  const page = await fresh(browser);
  await page.goto(first);
  await expect(page.getByRole('heading', { name: 'Kirjautumislinkki' })).toBeVisible();
  await axe(page, 'a sign-in link');
  // A scanner opens it too, and runs its scripts.
  const scanner = await fresh(browser);
  await scanner.goto(first);
  await expect(scanner.getByRole('button', { name: 'Kirjaudu sisään' })).toBeVisible();
  await scanner.context().close();

  await page.getByRole('button', { name: 'Kirjaudu sisään' }).click();
  await page.waitForURL(/\/s\//);
  await expect(page.getByRole('link', { name: 'Omat istunnot' })).toBeVisible();

  const late = await fresh(browser);
  await late.goto(first);
  await late.getByRole('button', { name: 'Kirjaudu sisään' }).click();
  await expect(late.getByText(/on jo käytetty/)).toBeVisible();
  await axe(late, 'a used link');
  for (const [language, words] of [
    [/^SV/, 'Inloggningen lyckades inte'],
    [/^EN/, 'The sign-in did not succeed'],
  ] as const) {
    await late.getByRole('button', { name: language }).click();
    await expect(late.getByRole('heading', { name: words })).toBeVisible();
    await axe(late, 'a used link in another language');
  }

  // The same person in a second browser, by the personal link.
  const other = await new Hall(browser).staff('SECRETARY', WORKING_AGE);
  await expect(other.getByRole('link', { name: 'Omat istunnot' })).toBeVisible();
  await page.getByRole('link', { name: 'Omat istunnot' }).click();
  await expect(page.getByRole('heading', { name: 'Omat istunnot', level: 1 })).toBeVisible();
  const present = page.getByRole('listitem').filter({ hasText: 'Tämä selain' });
  await expect(present).toHaveCount(1);
  await expect(present).toContainText('Kirjauduttu kertakäyttöisellä linkillä');
  await expect(present).toContainText('Chrome');
  await expect(page.getByText('Avattu henkilökohtaisella linkillä').first()).toBeVisible();
  await axe(page, 'own sessions');

  await page.getByRole('button', { name: 'Kirjaudu ulos kaikkialta' }).click();
  await axe(page, 'signing out everywhere');
  await page.getByRole('dialog').getByRole('button', { name: 'Kirjaudu ulos kaikkialta' }).click();
  await expect(other.getByRole('heading', { name: 'Tämä paikka ei ole enää voimassa' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Liity tilaisuuteen' })).toBeVisible();
});

test('one browser is signed out from another', async ({ browser }) => {
  const here = await new Hall(browser).staff('SECRETARY', CHILDREN);
  const there = await new Hall(browser).staff('SECRETARY', CHILDREN);
  await expect(there.getByRole('link', { name: 'Omat istunnot' })).toBeVisible();
  await here.getByRole('link', { name: 'Omat istunnot' }).click();
  await expect(here.getByRole('button', { name: /^Kirjaa ulos: / }).first()).toBeVisible();
  const before = await here.getByRole('button', { name: /^Kirjaa ulos: / }).count();
  // All others, so that the second browser is among them.
  for (let left = before; left > 0; left--) {
    await here
      .getByRole('button', { name: /^Kirjaa ulos: / })
      .first()
      .click();
    await expect(here.getByRole('button', { name: /^Kirjaa ulos: / })).toHaveCount(left - 1);
  }
  await expect(there.getByRole('heading', { name: 'Tämä paikka ei ole enää voimassa' })).toBeVisible();
  await expect(here.getByText('Tämä selain')).toBeVisible();
});

test('a participant looks at the own sessions', async ({ browser }) => {
  const phone = await new Hall(browser).phone('Irma Istunto', 'Vaala', 'Teams', ELDERLY);
  await phone.goto(service());
  await phone.getByRole('link', { name: 'Istunnot' }).first().click();
  await expect(phone.getByText('Liitytty koodilla')).toBeVisible();
  await axe(phone, 'own sessions on a phone');
  await phone.getByRole('button', { name: 'Kirjaudu ulos tästä selaimesta' }).click();
  await expect(phone.getByRole('heading', { name: 'Liity tilaisuuteen' })).toBeVisible();
});

test('a chair signs in with the account of the organisation', async ({ browser, request }) => {
  const { provider } = (await (await request.get(`${service()}/api/sign-in`)).json()) as {
    provider: unknown;
  };
  test.skip(provider === null, 'the service has no provider');

  const organiser = await new Hall(browser).staff('ORGANISER', null);
  await openPerson(organiser, 'Puheenjohtaja', ELDERLY);
  const dialog = organiser.getByRole('dialog');
  await dialog.getByLabel('Sähköposti').fill('pj.ikaihmiset@example.fi');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog.getByText('Tiedot on tallennettu.').first()).toBeVisible();

  const page = await fresh(browser);
  await page.goto(service());
  await page.getByRole('link', { name: 'Kirjaudu organisaation tunnuksella' }).click();
  await expect(page.getByRole('heading', { name: 'Kirjaudu' })).toBeVisible();
  await axe(page, 'signing in');
  const begin = page.getByRole('button', { name: 'Kirjaudu organisaation tunnuksella' });

  // Turned back at the provider.
  await begin.click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByText(/Kirjautuminen keskeytettiin/)).toBeVisible();
  await axe(page, 'a sign-in that was cancelled');
  await page.getByRole('link', { name: 'Aloita alusta' }).click();

  // Somebody who is nobody here.
  await begin.click();
  await page.getByLabel('Account').fill('stranger tuntematon@example.fi yes');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText(/Tunnuksellesi ei löydy/)).toBeVisible();
  expect(page.url()).not.toContain('code=');
  await page.context().close();

  const chair = await fresh(browser);
  await chair.goto(`${service()}/sign-in`);
  await chair.getByRole('button', { name: 'Kirjaudu organisaation tunnuksella' }).click();
  await chair.getByLabel('Account').fill('chair pj.ikaihmiset@example.fi yes');
  await chair.getByRole('button', { name: 'Sign in' }).click();
  await chair.waitForURL(/\/s\//);
  await expect(chair.getByRole('link', { name: 'Omat istunnot' })).toBeVisible();
  await chair.getByRole('link', { name: 'Omat istunnot' }).click();
  await expect(chair.getByText('Kirjauduttu organisaation tunnuksella')).toBeVisible();
  await chair.getByRole('button', { name: 'Kirjaudu ulos tästä selaimesta' }).click();
  await expect(chair.getByRole('heading', { name: 'Liity tilaisuuteen' })).toBeVisible();
});
