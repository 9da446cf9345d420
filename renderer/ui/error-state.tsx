// What a view says when it could not get its data: what happened, why that is likely, what to do, and all of it to copy.
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { isApiError } from '../api/api-error.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { explainError, writeErrorDetails } from './explain-error.ts';

interface ErrorStateProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Another way on, beside trying again. */
  readonly actions?: ReactNode;
}

export function ErrorState({ title, error, onRetry, actions }: ErrorStateProps) {
  const { why, whatToDo } = explainError(error);
  return (
    <div
      role="alert"
      className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-12 text-center"
    >
      <CircleAlert aria-hidden className="size-6 text-bad" strokeWidth={1.5} />
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="max-w-full wrap-anywhere text-ink-2">{describeError(error)}</p>
      <p className="text-sm text-balance text-ink-3">
        Likely: {why} {whatToDo}
      </p>
      <div className="mt-2 flex flex-wrap items-center justify-center gap-2">
        <Button onPress={onRetry}>Try again</Button>
        {actions}
        <CopyButton
          what="Details of the error"
          caption="Copy details"
          text={writeErrorDetails(title, error)}
        />
      </div>
    </div>
  );
}

/** One sentence about any error that a query or mutation can end with. */
export function describeError(error: unknown): string {
  if (isApiError(error)) return error.message;
  return error instanceof Error
    ? `Something unexpected happened: ${error.message}`
    : 'Something unexpected happened.';
}
