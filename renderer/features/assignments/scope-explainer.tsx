// Why a user or group is in scope, or is not, as the engine judges it: the setting, each way in, each scoping filter.
import { CircleCheck, CircleSlash, Info, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Application } from '../../../shared/simulator/application.ts';
import type { EntitlementExplanation } from '../../../shared/simulator/application-routes.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TONE_TEXT, type Tone } from '../../ui/tone.ts';
import { PrincipalPicker } from '../entra/principal-picker.tsx';
import { ScopingFilterOutcomes } from '../entra/scoping-filter-outcomes.tsx';
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
  const { principal, isInScope, assignments, nestedIn, scopingFilters } = explanation;
  const { displayName } = principal;
  return (
    <section aria-label={`Scope of ${displayName}`} className="flex flex-col gap-2">
      <Sentence icon={isInScope ? CircleCheck : CircleSlash} tone={isInScope ? 'good' : 'warn'}>
        <strong>
          {displayName} is {isInScope ? 'in scope' : 'not in scope'} of {application.displayName}
        </strong>
      </Sentence>
      <p className="text-ink-2">{spellSetting(explanation)}</p>
      <ul className="flex flex-col gap-1.5">
        {assignments.map((assignment) => (
          <li key={assignment.id}>
            <Way {...assignment} />
          </li>
        ))}
        {nestedIn.map((group) => (
          <li key={group.objectId}>
            <Sentence icon={Info} tone="neutral">
              The assigned group {group.displayName} holds a group that {displayName} is in. Entra
              does not look into nested groups.
            </Sentence>
          </li>
        ))}
        {spellObstacles(explanation).map((text) => (
          <li key={text}>
            <Sentence icon={CircleSlash} tone="warn">
              {text}
            </Sentence>
          </li>
        ))}
      </ul>
      <p className="text-ink-2">{spellFilters(explanation)}</p>
      <div className="-mx-4">
        <ScopingFilterOutcomes filters={scopingFilters} />
      </div>
    </section>
  );
}

function Way({
  through,
  roleName,
  isRoleEnabled,
  counts,
}: EntitlementExplanation['assignments'][number]) {
  return (
    <Sentence icon={counts ? CircleCheck : CircleSlash} tone={counts ? 'good' : 'warn'}>
      {through === null ? 'Assigned directly' : `Member of the group ${through.displayName}`} → role{' '}
      {roleName}
      {!isRoleEnabled && ', which is disabled'}
      {!counts && ', which the job skips (Default Access handling: legacy skip)'}
    </Sentence>
  );
}

function spellSetting({ scopeSetting }: EntitlementExplanation): string {
  return scopeSetting === 'all'
    ? 'Scope of the job: sync all users and groups. Neither an assignment nor a role is asked for.'
    : 'Scope of the job: sync only assigned users and groups.';
}

function spellObstacles(explanation: EntitlementExplanation): readonly string[] {
  const { principal, scopeSetting, isAssigned, isMappingEnabled, state } = explanation;
  const noun = principal.objectType.toLowerCase();
  return [
    ...(scopeSetting === 'assigned' && !isAssigned
      ? ['Neither assigned directly nor an immediate member of an assigned group.']
      : []),
    ...(isMappingEnabled
      ? []
      : [`The mapping of ${noun}s is disabled: none of them is provisioned.`]),
    ...(state === 'active' ? [] : [STATES[state]]),
  ];
}

const STATES = {
  deleted: 'Deleted: in the recycle bin, so it is disabled in the target where it was provisioned.',
  disabled:
    'Sign-in is blocked: it is disabled in the target where it was provisioned, and not created otherwise.',
};

function spellFilters({ scopingFilters, passesFilters }: EntitlementExplanation): string {
  if (scopingFilters.length === 0) return 'The mapping has no scoping filter: everybody passes.';
  return passesFilters
    ? 'At least one scoping filter of the mapping passes, which is enough.'
    : 'None of the scoping filters of the mapping passes.';
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
