import { existsSync } from 'node:fs';
import { chromium, defineConfig } from '@playwright/test';
import packaged from '@sparticuz/chromium';

/**
 * The browser tests drive a real Chromium against a running service, whose addresses come in SOVITTU_LINKS (the JSON of
 * `MeetingLinks`). `mvn verify` starts one and passes them; by hand: start the service and pass its links.
 */
const installed = [
  process.env['SOVITTU_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
].find((path) => path !== undefined && path !== '' && existsSync(path));

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'target/e2e',
  // One meeting is shared, and the tests take turns in it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    actionTimeout: 30_000,
    // Recording every step of every page costs much of the tests' time: SOVITTU_TRACE=1 when one fails and it is not plain why.
    trace: process.env['SOVITTU_TRACE'] === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: installed ?? (await packaged.executablePath()),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(installed === undefined ? packaged.args : []),
      ],
    },
  },
});
