// Updates in sentences.
import type { InstallObstacle, UpdateObstacle, UpdateState } from '../../../shared/update.ts';
import { formatNumber } from '../../ui/format.ts';

const OBSTACLES: Readonly<Record<UpdateObstacle | 'browser', string>> = {
  browser:
    'This page is open in a browser: only the desktop app looks for newer versions of itself. Nothing is checked.',
  source:
    'This copy was built from its sources, so nothing is checked. Fetch newer sources instead.',
  'no-feed':
    'This package was built without an address to look at, and the update address is empty, so nothing is checked.',
};

/** Why nothing is looked for; `state` is undefined in a browser. */
export function whyNotChecked(state: UpdateState | undefined): string | undefined {
  if (state === undefined) return OBSTACLES.browser;
  return state.obstacle === null ? undefined : OBSTACLES[state.obstacle];
}

const INSTALL_OBSTACLES: Readonly<Record<InstallObstacle, string>> = {
  package:
    'This kind of package cannot replace itself: you are told of a newer version, and install it yourself.',
  unsigned:
    'macOS replaces signed apps only, and this one is not: you are told of a newer version, and install it yourself.',
  'not-agreed': 'Nothing is installed from this address before somebody here has agreed to it.',
};

export function whyNotInstalled({ installObstacle }: UpdateState): string | undefined {
  return installObstacle === null ? undefined : INSTALL_OBSTACLES[installObstacle];
}

/** How the last check ended, or how far it is. */
export function describeCheck({ version, check }: UpdateState): string {
  switch (check.kind) {
    case 'none':
      return `You run version ${version}. Newer ones have not been looked for since the start.`;
    case 'checking':
      return 'Looking for newer versions…';
    case 'newest':
      return `Version ${version} is the newest.`;
    case 'failed':
      return check.message;
    case 'available':
      return `Version ${check.offer.version} is available. You run ${version}.`;
    case 'downloading':
      return `Version ${check.offer.version} is being downloaded: ${describeShare(check.share)}.`;
    case 'downloaded':
      return `Version ${check.offer.version} has been downloaded. It is installed when you quit.`;
    case 'not-installed':
      return `Version ${check.offer.version} was not installed. ${check.message}`;
  }
}

/** In steps of ten: it is read out at each change. */
function describeShare(share: number): string {
  return `${formatNumber(Math.floor(share * 10) * 10)} %`;
}

/** Whether the app can put the new version in its own place, if somebody agrees. */
export function canInstall({ installObstacle }: UpdateState): boolean {
  return installObstacle === null || installObstacle === 'not-agreed';
}
