import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import type { BallotBundle } from '../src/net/contract';
import { axe, ELDERLY, Hall, links, test } from './hall';

const SAVED = /Äänesi on tallennettu klo/;

/** The card of a poll at the desk. */
const card = (desk: Page, title: string) => desk.getByRole('article').filter({ hasText: title });

/** Fills the form for a new poll; the caller chooses its rules and opens it. */
async function draft(
  chair: Page,
  kind: string,
  title: string,
  options: readonly string[] = [],
): Promise<void> {
  await chair.getByRole('button', { name: 'Uusi kysely' }).click();
  const form = chair.locator('#poll-editor');
  await form.getByLabel('Kysymys').fill(title);
  await form.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  for (const [i, option] of options.entries()) {
    const field = form.getByLabel(`Vaihtoehto ${i + 1}`, { exact: true });
    if ((await field.count()) === 0) await form.getByRole('button', { name: 'Lisää vaihtoehto' }).click();
    await field.fill(option);
  }
}

const openNow = (chair: Page) => chair.getByRole('button', { name: 'Avaa heti' }).click();

async function close(chair: Page, title: string): Promise<void> {
  await chair.getByRole('button', { name: `Sulje: ${title}` }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Sulje kysely' }).click();
}

/** Sends what the phone's form holds. */
async function send(phone: Page, title: string): Promise<void> {
  const ballot = phone.getByRole('region', { name: title });
  await ballot.getByRole('button', { name: /^Lähetä/ }).click();
  await expect(ballot.getByText(SAVED)).toBeVisible();
}

test('a poll of every kind, from the chair to the result', async ({ browser }) => {
  const hall = new Hall(browser);
  const chair = await hall.staff('CHAIR', ELDERLY);
  const screen = await hall.staff('SCREEN', ELDERLY);
  const secretary = await hall.staff('SECRETARY', ELDERLY);
  const oulu = await hall.phone('Aila Esimerkki', 'Oulu', 'Paikan päällä', ELDERLY);
  const ii = await hall.phone('Veikko Malli', 'Ii', 'Teams', ELDERLY);
  const phones = [oulu, ii];
  await chair.getByRole('button', { name: /^Aloita: / }).click();
  await expect(chair.getByRole('button', { name: /^Seuraava: / })).toBeVisible();

  // Thumbs in one tap.
  await chair.getByRole('button', { name: 'Peukut', exact: true }).click();
  const thumbs = /: viedäänkö eteenpäin\?$/;
  await oulu.getByRole('radio', { name: 'Peukku ylös' }).check();
  await ii.getByRole('radio', { name: 'Peukku sivulle' }).check();
  await hall.axe();
  for (const phone of phones) {
    await phone
      .getByRole('region', { name: thumbs })
      .getByRole('button', { name: /^Lähetä/ })
      .click();
    await expect(phone.getByText(SAVED)).toBeVisible();
  }
  await expect(chair.getByText(/2\s*\/\s*2/).first()).toBeVisible();
  await chair.getByRole('button', { name: /^Sulje: .*eteenpäin/ }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Sulje kysely' }).click();
  await expect(screen.getByRole('heading', { name: thumbs })).toBeVisible();

  // Yes, no, abstain, with a majority and published ballots.
  const choice = 'Hyväksytäänkö esitys?';
  await draft(chair, 'Valinta', choice);
  await chair.getByRole('button', { name: 'Kyllä / Ei / Tyhjää' }).click();
  await chair.locator('#poll-editor summary').filter({ hasText: 'Säännöt' }).click();
  await chair.getByLabel('Hyväksymiseen tarvitaan').selectOption({ label: 'Vähintään 2/3' });
  await chair.getByLabel('Julkaise vastaukset tarkistettaviksi').check();
  await axe(chair, 'the poll form');
  await openNow(chair);
  for (const phone of phones) {
    await phone.getByRole('region', { name: choice }).getByRole('radio', { name: 'Kyllä' }).check();
    await send(phone, choice);
  }
  await close(chair, choice);
  await expect(screen.getByRole('heading', { name: choice })).toBeVisible();
  await expect(chair.getByText(/hyväksyt/i).first()).toBeVisible();
  await expect(oulu.getByText('Vastauksesi on laskennassa').first()).toBeVisible();
  await hall.axe();

  // The published ballots, counted again by the page that needs no participant.
  await secretary.getByText('Vastaukset tarkistuslaskentaan (JSON)').first().scrollIntoViewIfNeeded();
  const waiting = secretary.waitForEvent('download');
  await secretary
    .getByRole('link', { name: /Vastaukset tarkistuslaskentaan/ })
    .first()
    .click();
  const file = await (await waiting).path();
  const bundle = JSON.parse(await readFile(file, 'utf8')) as BallotBundle;
  expect(bundle.ballots.map((ballot) => ballot.answers)).toEqual([[0], [0]]);
  const recount = await oulu.context().newPage();
  await recount.goto(new URL('/recount', links.joinUrl).href);
  await recount.locator('input[type=file]').setInputFiles(file);
  const code = bundle.ballots[0]?.receipt.match(/.{4}/g)?.join(' ') ?? 'no ballot';
  await expect(recount.getByText(code)).toBeVisible();
  await axe(recount, 'recount');

  // Ranking, without dragging.
  const ranking = 'Mikä on tärkeintä?';
  await draft(chair, 'Järjestys', ranking, ['Liikunta', 'Ravinto', 'Uni']);
  await openNow(chair);
  for (const [phone, order] of [
    [oulu, ['Uni', 'Liikunta', 'Ravinto']],
    [ii, ['Uni']],
  ] as const) {
    for (const option of order)
      await phone.getByRole('button', { name: new RegExp(`^${option}, lisää`) }).click();
    await send(phone, ranking);
  }
  await hall.axe();
  await close(chair, ranking);

  // A hundred points.
  const points = 'Mihin varat käytetään?';
  await draft(chair, '100 pistettä', points, ['Ehkäisy', 'Hoito']);
  await openNow(chair);
  for (const phone of phones) {
    const ballot = phone.getByRole('region', { name: points });
    await ballot.getByRole('spinbutton', { name: /Ehkäisy/ }).fill('60');
    await ballot.getByRole('button', { name: /^Lähetä/ }).click();
    await expect(ballot.getByText(/40 pistettä/).first()).toBeVisible();
    await ballot.getByRole('spinbutton', { name: /Hoito/ }).fill('40');
    await send(phone, points);
  }
  await hall.axe();
  await close(chair, points);
  await card(chair, points).getByText('Luvut taulukkona').first().click();
  await expect(card(chair, points).getByRole('cell', { name: '120', exact: true })).toBeVisible();

  // Open texts that are let through one by one.
  const text = 'Mitä unohdimme?';
  await draft(chair, 'Avoin vastaus', text);
  await chair.getByLabel('Tarkista vastaukset ennen näyttämistä').check();
  await openNow(chair);
  await oulu.getByRole('region', { name: text }).getByRole('textbox').first().fill('Kirjastoautot');
  await ii.getByRole('region', { name: text }).getByRole('textbox').first().fill('Ei julki');
  for (const phone of phones) await send(phone, text);
  await hall.axe();
  await close(chair, text);
  const texts = card(secretary, text);
  await expect(texts.getByText('Kirjastoautot').first()).toBeVisible();
  await texts.getByRole('button', { name: /^Näytä.*Kirjastoautot/ }).click();
  await expect(screen.getByText('Kirjastoautot')).toBeVisible();
  await expect(screen.getByText('Ei julki')).toBeHidden();
  await ii.getByRole('button', { name: /^Kannata: Kirjastoautot/ }).click();
  await expect(ii.getByRole('button', { name: /^Kannata: Kirjastoautot.*1 kannatus/ })).toBeVisible();
  await hall.axe();

  // A word cloud, anonymous, and a second round.
  const words = 'Yksi sana tästä päivästä?';
  await draft(chair, 'Sanapilvi', words);
  await openNow(chair);
  for (const phone of phones) {
    await phone.getByRole('region', { name: words }).getByRole('textbox').first().fill('Yhdessä');
    await send(phone, words);
  }
  await close(chair, words);
  await expect(screen.getByRole('img', { name: /Yhdessä 2/ })).toBeVisible();
  await hall.axe();

  await card(chair, choice)
    .getByRole('button', { name: /^Uusi kierros/ })
    .click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Avaa kierros 2' }).click();
  await oulu.getByRole('region', { name: choice }).getByRole('radio', { name: 'Ei', exact: true }).check();
  await oulu
    .getByRole('region', { name: choice })
    .getByRole('button', { name: /^Lähetä/ })
    .click();
  await expect(chair.getByText(/1\s*\/\s*2/).first()).toBeVisible();

  // It closes by itself.
  await chair.getByRole('button', { name: /^Sulje itsestään 30/ }).click();
  await expect(oulu.getByText('Aikaa jäljellä').first()).toBeVisible();
  await expect(screen.getByText(/^0?0?:?\d+:\d\d$/).first()).toBeVisible();
  await hall.axe();
  await expect(chair.getByRole('button', { name: `Sulje: ${choice}` })).toBeHidden({ timeout: 45_000 });
  await expect(screen.getByRole('heading', { name: choice })).toBeVisible();
  await hall.axe();

  // Discarded: the hall does not see it any more, the secretary still does.
  await card(chair, choice).first().getByText('Muut toiminnot').click();
  await card(chair, choice)
    .first()
    .getByRole('button', { name: /^Hylkää tulos/ })
    .click();
  await chair.getByRole('dialog').getByLabel('Syy (voi jättää tyhjäksi)').fill('Väärä kysymys');
  await chair.getByRole('dialog').getByRole('button', { name: 'Hylkää tulos' }).click();
  const away = secretary.locator('details').filter({ hasText: 'Perutut ja hylätyt' });
  await expect(async () => {
    if ((await away.getAttribute('open')) === null) await away.locator('summary').first().click();
    await expect(away.getByText('Syy: Väärä kysymys')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await hall.axe();
});

test('a poll with the keyboard alone', async ({ browser }) => {
  const hall = new Hall(browser);
  const chair = await hall.staff('CHAIR', ELDERLY);
  const phone = await hall.phone('Kaisa Näppäin', 'Muhos', 'Teams', ELDERLY);
  const title = 'Jatketaanko tauon jälkeen?';

  await focus(chair, 'button', 'Uusi kysely');
  await chair.keyboard.press('Enter');
  await expect(chair.locator('#poll-editor')).toBeVisible();
  await focus(chair, 'textbox', 'Kysymys');
  await chair.keyboard.type(title);
  await focus(chair, 'button', 'Kyllä / Ei / Tyhjää');
  await chair.keyboard.press('Enter');
  await focus(chair, 'button', 'Avaa heti');
  await chair.keyboard.press('Enter');

  const ballot = phone.getByRole('region', { name: title });
  await expect(ballot.getByRole('radio').first()).toBeVisible();
  await focus(phone, 'radio', 'Kyllä');
  await phone.keyboard.press('Space');
  await expect(ballot.getByRole('radio', { name: 'Kyllä' })).toBeChecked();
  await focus(phone, 'button', /^Lähetä/);
  await phone.keyboard.press('Enter');
  await expect(ballot.getByText(SAVED)).toBeVisible();

  await focus(chair, 'button', `Sulje: ${title}`);
  await chair.keyboard.press('Enter');
  await expect(chair.getByRole('dialog')).toBeVisible();
  await focus(chair, 'button', 'Sulje kysely');
  await chair.keyboard.press('Enter');
  await expect(ballot.getByText('Kysely on auki')).toBeHidden();
});

/** Presses Tab until the element has the focus; fails when it cannot be reached that way. */
async function focus(page: Page, role: 'button' | 'radio' | 'textbox', name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 200; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(name)}`);
}
