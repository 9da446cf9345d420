// Two projects: `browser` drives the UI in the machine's own Chromium, `desktop` drives Electron (its tests launch it
// themselves). No video: that needs a download of Playwright's own.
import { defineConfig } from '@playwright/test';
import { findChromium } from './test/support/find-chromium.ts';

const executablePath = findChromium();
const isCi = Boolean(process.env['CI']);
// A machine for CI may be a slow one: nothing is measured by these times.
const PATIENCE = isCi ? 2 : 1;

export default defineConfig({
  outputDir: 'test-results',
  timeout: 30_000 * PATIENCE,
  workers: 2,
  forbidOnly: isCi,
  // Two cores share browser, Electron and server: what fails is tried twice more, and told as flaky.
  retries: isCi ? 2 : 0,
  reporter: 'line',
  // Ports, ids and tokens differ from run to run; that much may differ of a picture.
  expect: {
    timeout: 10_000 * PATIENCE,
    toHaveScreenshot: {
      maxDiffPixelRatio: 0.01,
      stylePath: 'test/e2e/pictures.css',
      animations: 'disabled',
    },
  },
  snapshotPathTemplate: 'test/e2e/pictures/{arg}{ext}',
  use: {
    locale: 'en-GB',
    // A trace costs every test; where what failed is tried once more, that try has one.
    trace: isCi ? 'on-first-retry' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'browser',
      testDir: 'test/e2e/browser',
      fullyParallel: true,
      use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: [
            '--disable-gpu',
            '--disable-quic',
            '--no-first-run',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    {
      name: 'desktop',
      testDir: 'test/e2e/desktop',
      timeout: 90_000 * PATIENCE,
      workers: 1,
      // What is waited for crosses three processes, which share a small machine with a browser.
      expect: { timeout: 15_000 * PATIENCE },
    },
  ],
});
