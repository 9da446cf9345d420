// The steps of an entry, one after the other, each with what it has found.
import type {
  ProvisioningObjectSummary,
  ProvisioningStep,
} from '../../../shared/simulator/provisioning-log.ts';
import { cx } from '../../ui/cx.ts';
import { PairTable } from '../../ui/pair-table.tsx';
import { TONE_SOFT } from '../../ui/tone.ts';
import { STATUS_LOOKS, STEP_WORDS } from './log-words.ts';

export function StepsTab({ entry }: { readonly entry: ProvisioningObjectSummary }) {
  return (
    <ol aria-label="Steps" className="flex flex-col p-4">
      {entry.provisioningSteps.map((step, index) => (
        <Step key={`${index} ${step.name}`} step={step} number={index + 1} />
      ))}
    </ol>
  );
}

function Step({ step, number }: { readonly step: ProvisioningStep; readonly number: number }) {
  const { name, provisioningStepType: type, status, description, details } = step;
  const { icon: Icon, word, tone } = STATUS_LOOKS[status];
  const pairs = Object.entries(details);
  return (
    <li className="relative flex gap-3 pb-5 not-last:before:absolute not-last:before:top-7 not-last:before:bottom-0 not-last:before:left-3.5 not-last:before:w-px not-last:before:bg-line">
      <span
        className={cx(
          'z-10 flex size-7 shrink-0 items-center justify-center rounded-full',
          TONE_SOFT[tone],
        )}
      >
        <Icon role="img" aria-label={word} className="size-4" />
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <h3 className="font-semibold">
          {number}. {STEP_WORDS[type]}
          <span className="ml-2 font-mono text-sm font-normal text-ink-3">{name}</span>
        </h3>
        <p className="mt-0.5 wrap-anywhere text-ink-2">{description}</p>
        {pairs.length > 0 && (
          <details open={pairs.length <= 12} className="mt-1.5">
            <summary className="cursor-default text-sm text-ink-3 hover:text-ink-1">
              Details ({pairs.length})
            </summary>
            <PairTable label={`Details of step ${number}`} pairs={pairs} />
          </details>
        )}
      </div>
    </li>
  );
}
