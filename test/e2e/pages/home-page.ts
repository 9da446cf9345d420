// Home beside the Connect card: first steps, figures, charts, findings.
import type { Page } from '@playwright/test';

export function homePage(page: Page) {
  const steps = page.getByRole('region', { name: 'First steps' });
  const requests = page.getByRole('region', { name: 'Requests', exact: true });
  const latency = page.getByRole('region', { name: 'Latency' });
  return {
    steps,
    step: (title: string) => steps.getByRole('listitem').filter({ hasText: title }),
    take: (title: string) => steps.getByRole('button', { name: title }),
    hideSteps: steps.getByRole('button', { name: 'Hide the first steps' }),
    showSteps: page.getByRole('button', { name: 'Show first steps' }),
    choices: page.getByRole('navigation', { name: 'Where to go from here' }),
    requests,
    latency,
    chart: (of: typeof requests) => of.getByRole('img', { name: /requests/i }).first(),
    viewAs: (of: typeof requests, what: 'chart' | 'table') =>
      of.getByRole('radio', { name: `View as ${what}` }),
    window: (name: '60 min' | '24 h') => requests.getByRole('radio', { name }),
    figures: page.getByRole('table', { name: 'What the tenant holds' }),
    findings: page.getByRole('region', { name: 'Top findings' }),
  };
}
