// Where this machine keeps a Chromium for the browser tests and the screenshots. Playwright's own download is not used:
// a machine without access to its server could never run the tests.
import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** The executable named by SCIM_MOCK_CHROMIUM, else the first of the usual places; undefined when there is none. */
export function findChromium(): string | undefined {
  return process.env['SCIM_MOCK_CHROMIUM'] || USUAL_PLACES.find((place) => existsSync(place));
}
