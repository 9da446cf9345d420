// Why an entry did not do what one might have expected, and what to do about it.
import { CircleCheck, Lightbulb } from 'lucide-react';
import type { ReactNode } from 'react';
import { explainErrorCode, SKIP_REASONS } from '../../../shared/simulator/error-codes.ts';
import type { ProvisioningObjectSummary } from '../../../shared/simulator/provisioning-log.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { STATUS_LOOKS } from './log-words.ts';

const CATEGORIES = {
  failure: 'A failure of the provisioning service',
  nonServiceFailure: 'Outside of the provisioning service: source, target or configuration',
  success: 'No failure',
} as const;

interface EntryProps {
  readonly entry: ProvisioningObjectSummary;
}

export function TroubleshootingTab({ entry }: EntryProps) {
  const { status, errorInformation } = entry.provisioningStatusInfo;
  if (errorInformation !== null) return <ErrorAdvice entry={entry} />;
  const reason = findSkipReason(entry);
  if (reason !== undefined) return <SkipAdvice reason={reason} />;
  return (
    <p className="flex items-center gap-2 p-4">
      <CircleCheck aria-hidden className="size-4 text-good" />
      {status === 'success'
        ? 'The entry succeeded: there is nothing to solve.'
        : `The entry ended with ${STATUS_LOOKS[status].word.toLowerCase()} and names no error. Its steps say what happened.`}
    </p>
  );
}

function ErrorAdvice({ entry }: EntryProps) {
  const error = entry.provisioningStatusInfo.errorInformation;
  if (error === null) return null;
  return (
    <div className="p-4">
      <Advice>{error.recommendedAction}</Advice>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-2">
        <Fact term="Error code">
          <span className="inline-flex max-w-full items-center gap-1">
            <span className="font-mono text-sm wrap-anywhere">{error.errorCode}</span>
            <CopyButton what="error code" text={error.errorCode} />
          </span>
        </Fact>
        <Fact term="Meaning">{explainErrorCode(error.errorCode)?.meaning ?? 'Not known'}</Fact>
        <Fact term="Reason">{error.reason}</Fact>
        {error.additionalDetails !== null && (
          <Fact term="Additional details">{error.additionalDetails}</Fact>
        )}
        <Fact term="Category">{CATEGORIES[error.errorCategory]}</Fact>
      </dl>
    </div>
  );
}

function SkipAdvice({ reason }: { readonly reason: string }) {
  const words = SKIP_REASONS[reason];
  return (
    <div className="p-4">
      {words !== undefined && <Advice>{words.recommendedAction}</Advice>}
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-2">
        <Fact term="Skip reason">
          <span className="font-mono text-sm wrap-anywhere">{reason}</span>
        </Fact>
        {words !== undefined && <Fact term="Meaning">{words.meaning}</Fact>}
      </dl>
    </div>
  );
}

/** The last step that names one. */
function findSkipReason({ provisioningSteps }: ProvisioningObjectSummary): string | undefined {
  return provisioningSteps.findLast(({ details }) => details['SkipReason'] !== undefined)?.details[
    'SkipReason'
  ];
}

function Advice({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mb-4 flex gap-2.5 rounded-md border border-line bg-surface-0 p-3">
      <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <div>
        <h3 className="font-semibold">Recommended action</h3>
        <p className="text-ink-2">{children}</p>
      </div>
    </div>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 wrap-anywhere whitespace-pre-line">{children}</dd>
    </>
  );
}
