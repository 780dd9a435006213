import AxeBuilder from '@axe-core/playwright';
import { devices, expect, test as base, type Browser, type Page } from '@playwright/test';
import type { MeetingLinks, Role } from '../src/net/contract';

/** The links of the meeting under test, from the environment. */
export const links = JSON.parse(process.env['SOVITTU_LINKS'] ?? '{"links":[]}') as MeetingLinks;

export const PLENARY = 'Plenaari';
export const CHILDREN = 'Lapset, nuoret ja lapsiperheet';
export const WORKING_AGE = 'Työikäiset';
export const ELDERLY = 'Ikäihmiset';

const LAPTOP = { width: 1366, height: 768 };
const PROJECTOR = { width: 1920, height: 1080 };

/** Who has opened a page, so that a test can look at all of them. */
export class Hall {
  readonly pages = new Map<string, Page>();

  constructor(private readonly browser: Browser) {}

  /** Opens a personal link. */
  async staff(role: Role, room: string | null): Promise<Page> {
    const link = links.links.find((candidate) => candidate.role === role && candidate.room === room);
    if (!link) throw new Error(`no link for ${role} in ${room ?? 'the meeting'}`);
    const context = await this.browser.newContext({
      viewport: role === 'SCREEN' ? PROJECTOR : LAPTOP,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    await page.goto(link.url);
    await page.waitForURL(/\/s\//);
    this.pages.set(
      `${role.toLowerCase()}-${room === null ? 'all' : room === PLENARY ? 'plenary' : 'room'}`,
      page,
    );
    return page;
  }

  /** A phone that joins by the code, as a person does. */
  async phone(
    name: string,
    municipality: string,
    channel: 'Paikan päällä' | 'Teams',
    room: string,
    prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
  ): Promise<Page> {
    const context = await this.browser.newContext({ ...devices['Pixel 7'], locale: 'fi-FI' });
    const page = await context.newPage();
    await prepare(page);
    await page.goto(links.joinUrl);
    await page.getByLabel('Etunimi ja sukunimi').fill(name);
    await page.getByRole('combobox', { name: 'Kunta tai muu organisaatio' }).fill(municipality);
    await page.getByRole('option', { name: municipality, exact: true }).click();
    await page.getByRole('radio', { name: channel }).check();
    await page.getByRole('radio', { name: room }).check();
    await axe(page, 'join');
    await page.getByRole('button', { name: 'Liity' }).click();
    await page.waitForURL(/\/s\//);
    this.pages.set(`phone-${municipality}`, page);
    return page;
  }

  /** Nothing that axe finds on any page that is open. */
  async axe(): Promise<void> {
    await Promise.all([...this.pages].map(([name, page]) => axe(page, name)));
  }
}

/** Pages that a test has left open would follow the meeting in all that come after it. */
export const test = base.extend<{ closed: undefined }>({
  closed: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});

/** What axe has looked at in this run: the same page in the same state is looked at once. */
const looked = new Set<string>();

/** All that axe's verdict hangs on: the size, the page, what its fields hold and which of them has the focus. */
function stateOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input, select, textarea')].map((field) =>
      field instanceof HTMLInputElement
        ? `${field.value} ${String(field.checked)}`
        : (field as HTMLTextAreaElement | HTMLSelectElement).value,
    );
    const focus = [...document.querySelectorAll('*')].indexOf(document.activeElement ?? document.body);
    return [innerWidth, innerHeight, focus, document.documentElement.outerHTML, ...fields].join('\n');
  });
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * WCAG 2.2 A and AA, and the good practices that axe knows. In the page itself, as none has frames: otherwise axe opens
 * another page for each look.
 */
export async function axe(page: Page, name: string): Promise<void> {
  const state = await stateOf(page);
  if (looked.has(state)) return;
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(WCAG)
    .setLegacyMode()
    .analyze();
  const found = violations.map(
    (rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(found, `axe on ${name}`).toEqual([]);
  looked.add(state);
}

/** Gives the statements' answers in order; `null` is "can't say", `undefined` leaves one open. */
export async function answer(page: Page, answers: readonly (number | null | undefined)[]): Promise<void> {
  const statements = page.locator('form fieldset');
  await expect(statements).toHaveCount(answers.length);
  for (const [i, value] of answers.entries()) {
    if (value === undefined) continue;
    const choice =
      value === null
        ? statements.nth(i).getByRole('radio', { name: 'En osaa sanoa' })
        : statements
            .nth(i)
            .getByRole('radio')
            .nth(value - 1);
    await choice.check();
  }
}

/** The table beside a chart, as rows of cells. Opens it when it is folded. */
export async function table(page: Page, caption: string | RegExp): Promise<string[][]> {
  const found = page.getByRole('table', { name: caption });
  if ((await found.count()) === 0) {
    await page.getByText('Luvut taulukkona').first().click();
  }
  await expect(found.first()).toBeVisible();
  const rows = await found.first().getByRole('row').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}
