// Why a user or group is in scope of "Sync only assigned users and groups", or is not: each way in, in a sentence.
import { CircleCheck, CircleSlash, Info, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Application } from '../../../shared/simulator/application.ts';
import type { EntitlementExplanation } from '../../../shared/simulator/application-routes.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TONE_TEXT, type Tone } from '../../ui/tone.ts';
import { PrincipalPicker } from '../entra/principal-picker.tsx';
import { useEntitlement } from './use-assignments.ts';

interface ScopeExplainerProps {
  readonly application: Application;
  /** objectId; anything else: nobody yet. */
  readonly id: string;
  readonly onExplain: (id: string | undefined) => void;
}

export function ScopeExplainer({ application, id, onExplain }: ScopeExplainerProps) {
  const asked = /^[0-9a-f-]{36}$/i.test(id) ? id : undefined;
  const entitlement = useEntitlement(application, asked);
  return (
    <div
      role="presentation"
      onKeyDown={(event) =>
        event.key === 'Escape' && !event.defaultPrevented && onExplain(undefined)
      }
      className="flex min-h-0 flex-1 flex-col overflow-y-auto"
    >
      <header className="flex shrink-0 items-center gap-2 border-b border-line py-2 pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold">Who is in scope, and why</h2>
        <IconButton icon={X} label="Close the scope" onPress={() => onExplain(undefined)} />
      </header>
      <div className="flex flex-col gap-3 p-4">
        <PrincipalPicker
          key={entitlement.data?.principal.objectId ?? 'nobody'}
          label="User or group"
          placeholder="Search by name, user principal name or mail"
          hasFocus={asked === undefined}
          initial={entitlement.data?.principal ?? null}
          onPick={(principal) => principal !== null && onExplain(principal.objectId)}
        />
        {asked !== undefined && entitlement.isPending && (
          <Skeleton label="Looking at the scope" lines={3} />
        )}
        {entitlement.isError && (
          <ErrorState
            title="The scope cannot be told"
            error={entitlement.error}
            onRetry={() => void entitlement.refetch()}
          />
        )}
        {entitlement.data !== undefined && (
          <Explanation explanation={entitlement.data} application={application} />
        )}
      </div>
    </div>
  );
}

interface ExplanationProps {
  readonly explanation: EntitlementExplanation;
  readonly application: Application;
}

function Explanation({ explanation, application }: ExplanationProps) {
  const { principal, isAssigned, state, assignments, nestedIn } = explanation;
  const isIn = isAssigned && state === 'active';
  return (
    <section aria-label={`Scope of ${principal.displayName}`} className="flex flex-col gap-2">
      <Sentence icon={isIn ? CircleCheck : CircleSlash} tone={isIn ? 'good' : 'warn'}>
        <strong>
          {principal.displayName} is {isIn ? 'in scope' : 'not in scope'} of{' '}
          {application.displayName}
        </strong>
      </Sentence>
      <ul className="flex flex-col gap-1.5">
        {assignments.map(({ id, through, roleName, isRoleEnabled }) => (
          <li key={id}>
            <Sentence icon={isRoleEnabled ? CircleCheck : CircleSlash} tone="good">
              {through === null
                ? 'Assigned directly'
                : `Member of the group ${through.displayName}`}{' '}
              → role {roleName}
              {!isRoleEnabled && ', which is disabled'}
            </Sentence>
          </li>
        ))}
        {!isAssigned && (
          <li>
            <Sentence icon={CircleSlash} tone="warn">
              Neither assigned directly nor an immediate member of an assigned group.
            </Sentence>
          </li>
        )}
        {nestedIn.map(({ objectId, displayName }) => (
          <li key={objectId}>
            <Sentence icon={Info} tone="neutral">
              The assigned group {displayName} holds a group that {principal.displayName} is in.
              Entra does not look into nested groups.
            </Sentence>
          </li>
        ))}
        {state !== 'active' && (
          <li>
            <Sentence icon={CircleSlash} tone="warn">
              {state === 'deleted'
                ? 'Deleted: in the recycle bin, so it is disabled in the target where it was provisioned.'
                : 'Sign-in is blocked: it is disabled in the target where it was provisioned, and not created otherwise.'}
            </Sentence>
          </li>
        )}
      </ul>
      <p className="text-sm text-ink-3">
        This is the assignment alone. Scoping filters of the mapping, and the setting “Sync all
        users and groups”, come on top.
      </p>
    </section>
  );
}

interface SentenceProps {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly children: ReactNode;
}

function Sentence({ icon: Icon, tone, children }: SentenceProps) {
  return (
    <p className="flex items-start gap-2 wrap-anywhere">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${TONE_TEXT[tone]}`} />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
