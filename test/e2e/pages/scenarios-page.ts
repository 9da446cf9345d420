// The Scenarios screen, and the bar that goes with a story on the other screens.
import type { Page } from '@playwright/test';

export function scenariosPage(page: Page) {
  const story = page.getByRole('toolbar', { name: 'The story' });
  const bar = page.getByRole('region', { name: 'The story that is being told' });
  const step = page.getByRole('region', { name: 'Step', exact: true });
  return {
    card: (name: string) => page.getByRole('link', { name, exact: true }),
    cards: page.getByRole('list', { name: 'Library' }).getByRole('listitem'),
    runAll: page.getByRole('button', { name: 'Run all' }),
    file: page.getByLabel('Scenario file'),
    steps: page.getByRole('list', { name: 'Steps' }).getByRole('button'),
    begin: story.getByRole('button', { name: 'Begin' }),
    next: story.getByRole('button', { name: 'Next' }),
    finish: story.getByRole('button', { name: 'Finish' }),
    back: story.getByRole('button', { name: 'Back' }),
    auto: story.getByRole('button', { name: 'Auto' }),
    speed: story.getByRole('button', { name: /Speed/ }),
    reset: story.getByRole('button', { name: 'Reset' }),
    presenter: story.getByRole('button', { name: 'Presenter view' }),
    library: page.getByRole('button', { name: 'Library' }),
    saveReport: page.getByRole('button', { name: 'Save report' }),
    record: page.getByRole('button', { name: 'Record', exact: true }),
    recorder: page.getByRole('region', { name: 'The story that is being recorded' }),
    stopping: page.getByRole('dialog', { name: 'Make a scenario of the recording' }),
    step,
    bar,
  };
}
