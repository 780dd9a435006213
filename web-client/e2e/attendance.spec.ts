import { expect, type Page } from '@playwright/test';
import { axe, ELDERLY, Hall, links, PLENARY, table, test } from './hall';

const FOUND = 'Utajärvi';

/** Goes to one of the staff's views by the keyboard alone. */
async function view(page: Page, name: 'Ovi' | 'Läsnäolotaulu'): Promise<void> {
  await page.getByRole('navigation', { name: 'Näkymät' }).getByRole('link', { name }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** A camera that sees whatever code the test shows it, and a browser that can read it. */
async function fakeCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shown = { text: '' };
    Object.assign(window, {
      show: (text: string) => (shown.text = text),
      BarcodeDetector: class {
        static getSupportedFormats = (): Promise<string[]> => Promise.resolve(['qr_code']);
        detect = (): Promise<{ rawValue: string }[]> =>
          Promise.resolve(shown.text === '' ? [] : [{ rawValue: shown.text }]);
      },
    });
    navigator.mediaDevices.getUserMedia = (): Promise<MediaStream> => {
      const canvas = document.createElement('canvas');
      const draw = canvas.getContext('2d');
      setInterval(() => draw?.fillRect(0, 0, Math.random() * 300, 100), 50);
      return Promise.resolve(canvas.captureStream(20));
    };
  });
  await page.reload();
}

const show = (page: Page, text: string): Promise<void> =>
  page.evaluate((code) => {
    (window as unknown as { show(text: string): void }).show(code);
  }, text);

test('the door desk and the board', async ({ browser }) => {
  const hall = new Hall(browser);
  const desk = await hall.staff('SECRETARY', ELDERLY);
  const board = await hall.staff('ORGANISER', null);
  const ulla = await hall.phone('Ulla Ovinen', FOUND, 'Paikan päällä', ELDERLY);
  await hall.phone('Otto Ovaska', FOUND, 'Paikan päällä', ELDERLY);
  await ulla.getByRole('button', { name: 'Poistun' }).click();
  await expect(ulla.getByText('Olet poistunut').first()).toBeVisible();

  // At the door, on a phone and by the keyboard alone: three letters, and Enter for the only one.
  await desk.setViewportSize({ width: 390, height: 844 });
  await view(desk, 'Ovi');
  const field = desk.getByRole('searchbox', { name: 'Nimen alku' });
  await field.focus();
  await desk.keyboard.type('ovi');
  await expect(desk.getByText('1 henkilö', { exact: true })).toBeVisible();
  await expect(desk.getByText(/^Poistui klo/)).toBeVisible();
  await axe(desk, 'the door');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(/^Ulla Ovinen on merkitty paikalle klo/)).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Merkitse paikalle: Ulla Ovinen' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );

  // The arrows walk through the list; a second press on the same button undoes nothing.
  await field.fill('ov');
  await expect(desk.getByText('2 henkilöä', { exact: true })).toBeVisible();
  await desk.keyboard.press('ArrowDown');
  await expect(desk.getByRole('button', { name: 'Merkitse paikalle: Otto Ovaska' })).toBeFocused();
  await desk.keyboard.press('Tab');
  await expect(desk.getByRole('button', { name: 'Merkitse poistuneeksi: Otto Ovaska' })).toBeFocused();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(/^Otto Ovaska on merkitty poistuneeksi klo/)).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Poistui klo').first()).toBeVisible();

  // The board is told at once: who has just left, and who is over the quota when they come back.
  await view(board, 'Läsnäolotaulu');
  const left = board.getByRole('region', { name: 'Yhteydet ja poistuneet' });
  await expect(left.getByText('Otto Ovaska')).toBeVisible();
  await desk.getByRole('button', { name: 'Merkitse paikalle: Otto Ovaska' }).click();
  await expect(board.getByText(`${FOUND}, ${ELDERLY}: 2 henkilöä paikan päällä, kiintiö 1`)).toBeVisible();
  await expect(left.getByText('Otto Ovaska')).toBeHidden();
  await expect(board.getByRole('heading', { name: /^Puuttuu 29 kuntaa/ })).toBeVisible();
  await axe(board, 'the board as a grid');
  await board.getByRole('button', { name: 'Taulukko' }).click();
  const municipality = board.getByRole('row', { name: new RegExp(`^${FOUND}`) });
  await expect(municipality.getByText('yli kiintiön')).toHaveCount(1);
  await axe(board, 'the board as a table');
  const curve = await table(board, 'Läsnäolo päivän mittaan');
  expect(curve[0]).toEqual(['Aika', 'Kuntia', 'Henkilöitä', 'Paikan päällä', 'Teamsissa']);
  expect(curve.at(-1)?.slice(1)).toEqual(['1/30', '2', '2', '0']);

  // Who is present is one thing and whose phone is connected another.
  await expect(left.getByText('Läsnä 2, laite yhteydessä juuri nyt 2.')).toBeVisible({ timeout: 30_000 });
  await ulla.close();
  hall.pages.delete(`phone-${FOUND}`);
  await expect(left.getByText('Läsnä 2, laite yhteydessä juuri nyt 1.')).toBeVisible({ timeout: 60_000 });

  await byHand(board);
  await proxy(hall);
  await badge(desk);

  // Those who came for this test alone go home.
  await field.fill('ova');
  await desk.getByRole('button', { name: 'Merkitse poistuneeksi: Otto Ovaska' }).click();
  await expect(desk.getByText(/^Otto Ovaska on merkitty poistuneeksi/)).toBeVisible();
});

/** Ulla is marked as gone earlier, which takes a reason, and then her times are corrected. */
async function byHand(board: Page): Promise<void> {
  const people = board.getByRole('region', { name: 'Henkilöt' });
  await people.getByLabel('Nimen alku').fill('ulla');
  await people.getByRole('button', { name: 'Läsnäolotiedot: Ulla Ovinen' }).click();
  await expect(people.getByText('Loppu: oma puhelin')).toBeVisible();
  await expect(people.getByText(/^Alku: ovi, .+, kirjattu/)).toBeVisible();
  await people.getByRole('radio', { name: 'Poistui' }).check();
  await people.getByRole('radio', { name: 'Aiemmin, kello' }).check();
  await people.getByLabel('Aiemmin, kello').last().fill('00:00');
  await people.getByRole('button', { name: 'Tallenna merkintä' }).click();
  await expect(people.getByText('Kirjoita syy, kun merkitset aiemman ajan.')).toBeVisible();
  await people.getByLabel('Syy', { exact: true }).fill('Nähtiin lähtevän');
  await people.getByRole('button', { name: 'Tallenna merkintä' }).click();
  await expect(people.getByText('Henkilöä ei ole merkitty läsnä olevaksi tuohon aikaan.')).toBeVisible();
  await axe(board, 'a mark by hand');

  await people.getByRole('button', { name: 'Korjaa aikoja' }).click();
  await people.getByRole('button', { name: 'Poista aika 2' }).click();
  await people.getByRole('button', { name: 'Tallenna korjaus' }).click();
  await expect(people.getByText('Tämä tieto puuttuu.')).toBeVisible();
  await axe(board, 'a correction');
  await people.getByLabel('Korjauksen syy').fill('Allekirjoituslistan mukaan');
  await people.getByRole('button', { name: 'Tallenna korjaus' }).click();
  await expect(people.getByText('Korjaus on tallennettu.')).toBeVisible();
  await people.getByText('Korvatut merkinnät (1)').click();
  await expect(people.getByText('Syy: Allekirjoituslistan mukaan')).toBeVisible();
  await axe(board, 'a history');
}

/** A vote in a named poll for someone without a phone, whose record shows who entered it. */
async function proxy(hall: Hall): Promise<void> {
  const chair = await hall.staff('CHAIR', PLENARY);
  await expect(chair.getByRole('button', { name: 'Uusi kysely' })).toBeVisible();
  const poll = await chair.evaluate(ask, links.code);
  await view(chair, 'Läsnäolotaulu');
  const people = chair.getByRole('region', { name: 'Henkilöt' });
  await people.getByLabel('Nimen alku').fill('ova');
  await people.getByRole('button', { name: 'Läsnäolotiedot: Otto Ovaska' }).click();
  await people.getByText('Äänestä henkilön puolesta').click();
  await people.getByLabel('Avoin nimellinen kysely').selectOption('Pidetäänkö tauko?');
  await people.getByRole('button', { name: 'Tallenna vastaus' }).click();
  await expect(people.getByText('Vastaus on vielä kesken. Täydennä merkityt kohdat.')).toBeVisible();
  await axe(chair, 'a vote for another');
  await people.getByRole('radio', { name: 'Peukku ylös' }).check();
  await people.getByRole('button', { name: 'Tallenna vastaus' }).click();
  await expect(people.getByText('Vastaus on jo annettu. Voit vaihtaa sen.')).toBeVisible();
  expect(await chair.evaluate(endAndRead, poll)).toEqual([
    { name: 'Otto Ovaska', enteredBy: expect.stringMatching(/johtaja/) as string },
  ]);
}

/** In the chair's browser: opens a named poll in the plenary. */
async function ask(code: string): Promise<string> {
  const participant = location.pathname.split('/')[2] ?? '';
  const meeting = (await (await fetch(`/api/meetings/${code}`)).json()) as {
    rooms: { id: string; plenary: boolean }[];
  };
  const room = meeting.rooms.find(({ plenary }) => plenary)?.id ?? '';
  const rules = {
    secrecy: 'NAMED',
    voters: 'PERSONS',
    groups: [],
    showParticipants: 'AFTER_CLOSE',
    showScreen: 'BY_CHAIR',
    seconds: null,
    majority: null,
    quorum: null,
    byMunicipality: false,
    breakdowns: [],
    publishBallots: false,
    moderated: false,
  };
  const poll = { kind: 'THUMBS', title: 'Pidetäänkö tauko?', item: null, rules, scale: null, most: 1 };
  const answer = await fetch(`/api/rooms/${room}/polls`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Participant': participant },
    body: JSON.stringify({
      key: crypto.randomUUID(),
      open: true,
      poll: { ...poll, statements: [], options: [] },
    }),
  });
  return ((await answer.json()) as { poll: string }).poll;
}

/** In the chair's browser: closes the poll, tells who answered, and sets the result aside. */
async function endAndRead(poll: string): Promise<{ name: string; enteredBy: string | null }[]> {
  const headers = {
    'Content-Type': 'application/json',
    'X-Participant': location.pathname.split('/')[2] ?? '',
  };
  await fetch(`/api/polls/${poll}/close`, { method: 'POST', headers });
  const named = (await (await fetch(`/api/polls/${poll}/named-ballots`, { headers })).json()) as {
    ballots: { name: string; enteredBy: string | null }[];
  };
  const body = JSON.stringify({ reason: '' });
  await fetch(`/api/polls/${poll}/discard`, { method: 'POST', headers, body });
  return named.ballots.map(({ name, enteredBy }) => ({ name, enteredBy }));
}

/** The camera reads a badge; where the browser cannot, the page says so. */
async function badge(desk: Page): Promise<void> {
  await desk.evaluate(() => {
    Object.assign(window, { BarcodeDetector: undefined });
  });
  await desk.getByRole('button', { name: 'Lue QR-koodi kameralla' }).click();
  await expect(desk.getByText(/^Tämä selain ei osaa lukea QR-koodeja/)).toBeVisible();
  await fakeCamera(desk);
  await desk.getByRole('button', { name: 'Lue QR-koodi kameralla' }).click();
  const chair = links.links.find((link) => link.role === 'CHAIR' && link.room === PLENARY);
  if (!chair) throw new Error('no chair');
  await show(desk, 'https://example.fi/#unknown');
  await expect(desk.getByText(/^Tunnistetta ei löydy tästä tilaisuudesta/)).toBeVisible();
  await show(desk, chair.url);
  await expect(desk.getByText(`Nimikyltti luettu: ${chair.name}`)).toBeVisible();
  await axe(desk, 'the camera');
  await desk.getByRole('button', { name: `Merkitse paikalle: ${chair.name}` }).click();
  await expect(desk.getByText(`${chair.name} on merkitty paikalle`)).toBeVisible();
  await desk.getByRole('button', { name: `Merkitse poistuneeksi: ${chair.name}` }).click();
  await expect(desk.getByText(`${chair.name} on merkitty poistuneeksi`)).toBeVisible();
  await desk.getByRole('button', { name: 'Sulje kamera' }).click();
}
