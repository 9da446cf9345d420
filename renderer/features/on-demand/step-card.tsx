// One step of provisioning on demand, with its status; View details shows what it went by.
import { CircleAlert, CircleCheck, CircleDashed, CircleMinus, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import type { OnDemandStep } from '../../../shared/simulator/job-run.ts';
import type {
  ModifiedProperty,
  ProvisioningErrorInfo,
} from '../../../shared/simulator/provisioning-log.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { PairTable } from '../../ui/pair-table.tsx';
import { TONE_TEXT, type Tone } from '../../ui/tone.ts';

interface StepCardProps {
  readonly step: OnDemandStep;
  readonly number: number;
  readonly objectType: DirectoryObjectType;
  readonly modified: readonly ModifiedProperty[];
  readonly error: ProvisioningErrorInfo | null;
}

const STATES = {
  success: { icon: CircleCheck, tone: 'good', word: 'Success' },
  failure: { icon: CircleAlert, tone: 'bad', word: 'Failure' },
  skipped: { icon: CircleMinus, tone: 'neutral', word: 'Skipped' },
  warning: { icon: TriangleAlert, tone: 'warn', word: 'Warning' },
} as const;

const NOT_REACHED = { icon: CircleDashed, tone: 'neutral', word: 'Not reached' } as const;

function titleOf(name: OnDemandStep['name'], objectType: DirectoryObjectType): string {
  const noun = objectType.toLowerCase();
  switch (name) {
    case 'testConnection':
      return 'Test connection';
    case 'importObject':
      return `Import ${noun}`;
    case 'determineScope':
      return `Determine if ${noun} is in scope`;
    case 'matchObject':
      return `Match ${noun} between source and target system`;
    case 'performAction':
      return 'Perform action';
  }
}

export function StepCard({ step, number, objectType, modified, error }: StepCardProps) {
  const [isOpen, setIsOpen] = useState(false);
  const state: { readonly icon: typeof CircleCheck; readonly tone: Tone; readonly word: string } =
    step.status === null ? NOT_REACHED : STATES[step.status];
  const title = titleOf(step.name, objectType);
  const hasDetails = Object.keys(step.details).length > 0 || modified.length > 0;
  return (
    <section
      aria-label={title}
      className="rounded-lg border border-line bg-surface-1 px-4 py-3 shadow-xs"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <state.icon aria-hidden className={cx('size-5 shrink-0', TONE_TEXT[state.tone])} />
        <h2 className="min-w-0 flex-1 font-semibold">
          {number}. {title}
        </h2>
        <span className="text-ink-2">{state.word}</span>
        {hasDetails && (
          <Button
            variant="ghost"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Hide' : 'View'} details: ${title}`}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Hide details' : 'View details'}
          </Button>
        )}
      </div>
      {step.description !== '' && (
        <p className="mt-1 pl-8 wrap-anywhere text-ink-2">{step.description}</p>
      )}
      {error !== null && <Failure {...error} />}
      {isOpen && (
        <div className="mt-2 flex flex-col gap-3">
          {Object.keys(step.details).length > 0 && (
            <PairTable label={`Details: ${title}`} pairs={Object.entries(step.details)} />
          )}
          {modified.length > 0 && <ModifiedTable modified={modified} />}
        </div>
      )}
    </section>
  );
}

function Failure({ errorCode, reason, recommendedAction }: ProvisioningErrorInfo) {
  return (
    <div className="mt-2 rounded-md bg-bad-soft px-3 py-2 wrap-anywhere">
      <p>
        <code className="font-mono text-sm">{errorCode}</code> {reason}
      </p>
      <p className="text-ink-2">{recommendedAction}</p>
    </div>
  );
}

function ModifiedTable({ modified }: Pick<StepCardProps, 'modified'>) {
  return (
    <table
      aria-label="Modified attributes"
      className="w-full table-fixed border-collapse text-left"
    >
      <thead className="text-sm text-ink-2">
        <tr>
          {['Target attribute', 'Old value', 'New value'].map((title) => (
            <th key={title} scope="col" className="py-1 pr-3 font-medium">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {modified.map(({ displayName, oldValue, newValue }, index) => (
          <tr key={`${index} ${displayName}`} className="border-t border-line align-top">
            <th scope="row" className="py-1 pr-3 font-mono text-sm font-normal wrap-anywhere">
              {displayName}
            </th>
            <td className="py-1 pr-3 text-sm wrap-anywhere text-ink-2">{oldValue}</td>
            <td className="py-1 text-sm wrap-anywhere">{newValue}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
