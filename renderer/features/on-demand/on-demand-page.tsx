// Provision on demand: one user, or one group with up to five of its members, at once and step by step.
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import { Button } from '../../ui/button.tsx';
import { EntraPage } from '../entra/entra-page.tsx';
import { PrincipalPicker } from '../entra/principal-picker.tsx';
import { Panel } from '../provisioning/panel.tsx';
import { MemberChoice } from './member-choice.tsx';
import { OnDemandOutcome } from './on-demand-outcome.tsx';
import { useOnDemand, usePrincipal } from './use-on-demand.ts';

const route = getRouteApi('/entra/on-demand');

export function OnDemandPage() {
  return (
    <EntraPage title="Provision on demand" help="on-demand">
      {({ id }) => <OnDemand application={id} />}
    </EntraPage>
  );
}

function OnDemand({ application }: { readonly application: string }) {
  const choice = useChoice(application);
  const { principal, run } = choice;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface-0">
      <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4 sm:p-6">
        <Panel
          title="Select a user or group"
          hint="Who is picked is provisioned now, whatever the schedule says; nobody is disabled or deleted."
        >
          <div className="flex flex-col gap-3">
            <PrincipalPicker
              key={choice.pickerKey}
              label="User or group"
              placeholder="Search by name, user principal name or mail"
              hasFocus={choice.isFresh}
              initial={principal ?? null}
              error={choice.isMissing ? 'Pick a user or a group.' : undefined}
              onPick={choice.pick}
            />
            {principal?.objectType === 'Group' && (
              <MemberChoice
                key={principal.objectId}
                group={principal.objectId}
                chosen={choice.memberIds}
                onChange={choice.setMemberIds}
              />
            )}
            <div>
              <Button variant="primary" isPending={run.isPending} onPress={choice.provision}>
                Provision
              </Button>
            </div>
          </div>
        </Panel>
        {choice.isOfThis && (
          <OnDemandOutcome run={run} onRetry={choice.provision} onAnother={choice.another} />
        )}
      </div>
    </div>
  );
}

/** Who is picked, and what was done with it. */
function useChoice(application: string) {
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const { principal, remember } = usePrincipal(id);
  const [memberIds, setMemberIds] = useState<readonly string[]>([]);
  const [isTried, setIsTried] = useState(false);
  // Another picker, empty and with the focus, for another object.
  const [fresh, setFresh] = useState(0);
  // The picker keeps its text and the focus while it is the one that changes the address.
  const [pickedHere, setPickedHere] = useState<string>();
  const run = useOnDemand(application);

  function pick(picked: DirectoryPrincipal | null): void {
    setMemberIds([]);
    setPickedHere(picked?.objectId);
    run.reset();
    if (picked !== null) remember(picked);
    void navigate({ search: picked === null ? {} : { id: picked.objectId }, replace: true });
  }

  function provision(): void {
    setIsTried(true);
    if (principal !== undefined) run.mutate({ objectId: principal.objectId, memberIds });
  }

  function another(): void {
    setIsTried(false);
    setFresh(fresh + 1);
    pick(null);
  }

  return {
    run,
    principal,
    memberIds,
    setMemberIds,
    pick,
    provision,
    another,
    pickerKey: `${fresh} ${id === pickedHere ? '' : (principal?.objectId ?? '')}`,
    isFresh: fresh > 0 && principal === undefined,
    isMissing: isTried && principal === undefined,
    isOfThis: id !== undefined && run.variables?.objectId === id,
  };
}
