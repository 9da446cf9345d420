// How a run ended, or how far it is.
import type { ScenarioRun } from '../../../shared/scenario/scenario-run.ts';
import type { ScenarioOutcome } from '../../../shared/scenario/report.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tone.ts';

const OUTCOMES = {
  passed: { tone: 'good', word: 'As expected' },
  failed: { tone: 'bad', word: 'Not as expected' },
  broken: { tone: 'bad', word: 'Broke off' },
  cancelled: { tone: 'neutral', word: 'Ended early' },
} as const satisfies Record<ScenarioOutcome, { tone: Tone; word: string }>;

export function OutcomeBadge({ run }: { readonly run: ScenarioRun }) {
  const { outcome, state, done, total } = run;
  if (outcome !== null) {
    const { tone, word } = OUTCOMES[outcome];
    return <Badge tone={tone}>{word}</Badge>;
  }
  return <Badge tone="accent">{state === 'ending' ? 'Tidying up' : `${done} of ${total}`}</Badge>;
}
