// The dry run: what a change would do to what is stored, where Entra would misread it, and the applying of it.
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { SchemaEffect, SchemaPlan } from '../../../shared/admin/schema.ts';
import { isApiError } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Draft, OnDraft } from './draft.ts';
import { CONSEQUENCES, REASONS } from './effect-words.ts';
import { useApply, usePlan } from './use-schema-change.ts';
import { warnOfChange } from './warn-of-change.ts';

interface ApplyDialogProps {
  readonly draft: Extract<Draft, { kind: 'apply' }>;
  readonly onDraft: OnDraft;
  readonly onClose: () => void;
}

export function ApplyDialog({ draft, onDraft, onClose }: ApplyDialogProps) {
  const { title, change, back } = draft;
  const plan = usePlan(change);
  const apply = useApply(onClose);
  const isBreaking = plan.data?.isBreaking === true;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="medium"
      actions={
        <>
          {back !== undefined && <Button onPress={() => onDraft(back)}>Back</Button>}
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant={isBreaking ? 'danger' : 'primary'}
            isDisabled={plan.data === undefined || plan.data.isBlocked}
            isPending={apply.isPending}
            onPress={() => apply.mutate({ ...change, allowBreaking: isBreaking })}
          >
            {isBreaking ? 'Apply, and change what is stored' : 'Apply'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {plan.isPending && <Skeleton label="Trying the change" lines={3} />}
        {plan.isError && <Refusal error={plan.error} />}
        {plan.data !== undefined && <Plan plan={plan.data} />}
        <Warnings change={change} />
        {apply.isError && <Refusal error={apply.error} />}
      </div>
    </Dialog>
  );
}

function Refusal({ error }: { readonly error: unknown }) {
  const issues = isApiError(error) ? (error.issues ?? []) : [];
  return (
    <div role="alert" className="flex gap-2 text-ink-1">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="min-w-0">
        <p>The tenant cannot have it like this.</p>
        <ul className="list-disc pl-4 wrap-anywhere">
          {issues.length === 0 && <li>{describeError(error)}</li>}
          {issues.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code className="font-mono text-sm">{path}</code> {message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Plan({ plan }: { readonly plan: SchemaPlan }) {
  if (plan.effects.length === 0) {
    return (
      <p className="flex gap-2 text-ink-1">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
        Nothing that is stored is touched. Discovery tells it from the next request on.
      </p>
    );
  }
  return (
    <div>
      <p className="mb-1 font-medium text-ink-1">
        {plan.isBlocked ? 'It cannot be made before this is resolved:' : 'What is stored changes:'}
      </p>
      <ul className="flex flex-col gap-1.5">
        {plan.effects.map((effect) => (
          <Effect key={`${effect.resourceType} ${effect.path} ${effect.reason}`} effect={effect} />
        ))}
      </ul>
    </div>
  );
}

function Effect({ effect }: { readonly effect: SchemaEffect }) {
  const { resourceType, path, reason, consequence, count, ids } = effect;
  return (
    <li className="flex gap-2">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <span className="min-w-0 wrap-anywhere">
        <code className="font-mono text-sm text-ink-1">
          {path === '' ? resourceType : `${resourceType}: ${path}`}
        </code>{' '}
        {REASONS[reason]} in {formatCount(count, 'resource')}; {CONSEQUENCES[consequence]}.
        <span className="block text-sm text-ink-3">First: {ids.slice(0, 3).join(', ')}</span>
      </span>
    </li>
  );
}

function Warnings({ change }: Pick<ApplyDialogProps['draft'], 'change'>) {
  const warnings = warnOfChange(change);
  if (warnings.length === 0) return null;
  return (
    <div>
      <p className="mb-1 font-medium text-ink-1">Where Entra would stumble</p>
      <ul className="flex flex-col gap-1">
        {warnings.map(({ document, path, message }) => (
          <li key={`${document} ${path} ${message}`} className="flex gap-2">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            <span className="min-w-0 wrap-anywhere">
              {path !== '' && <code className="font-mono text-sm text-ink-1">{path}: </code>}
              {message}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
