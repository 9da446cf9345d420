// ServiceProviderConfig as switches of the tenant's profile: each really changes what the tenant does, and discovery
// says so from the next request on.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SwitchDescription, TenantProfile } from '../../../shared/admin/profile.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { describeError, ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast.tsx';
import { ProviderSwitch, type SwitchValue } from './provider-switch.tsx';

/** Groups of switches that ServiceProviderConfig tells of, or could. */
const GROUPS: readonly string[] = ['Capabilities', 'Limits'];

export function ProviderTab() {
  const tenant = useTenantSlug();
  const profile = useQuery({
    queryKey: queryKeys.profile(tenant),
    queryFn: ({ signal }) => callAdmin('getProfile', { params: { tenant } }, signal),
  });
  const switches = useQuery({
    queryKey: ['switches'],
    queryFn: ({ signal }) => callAdmin('listSwitches', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const error = profile.error ?? switches.error;
  if (error !== null) {
    return (
      <ErrorState
        title="The service provider config could not be read"
        error={error}
        onRetry={() => void Promise.all([profile.refetch(), switches.refetch()])}
      />
    );
  }
  if (profile.data === undefined || switches.data === undefined) {
    return <Skeleton label="Loading the service provider config" lines={8} />;
  }
  return <Groups profile={profile.data} switches={switches.data.switches} />;
}

interface GroupsProps {
  readonly profile: TenantProfile;
  readonly switches: readonly SwitchDescription[];
}

function Groups({ profile, switches }: GroupsProps) {
  const change = useSwitchChange(profile);
  const values = Object.fromEntries(Object.entries(profile.effective));
  return (
    <div className="@container p-4">
      <p className="mb-4 max-w-[46rem] text-ink-2">
        What the tenant can do. A change holds from the next request on, and /ServiceProviderConfig
        tells it. It is kept in the tenant&apos;s profile, beside its preset.
      </p>
      {GROUPS.map((group) => (
        <section key={group} aria-label={group} className="mb-6 max-w-[60rem]">
          <h2 className="mb-1 text-lg font-semibold">{group}</h2>
          <div className="rounded-lg border border-line bg-surface-1">
            {switches
              .filter((one) => one.group === group)
              .map((one) => (
                <ProviderSwitch
                  key={one.name}
                  about={one}
                  value={values[one.name]}
                  isChanged={Object.hasOwn(profile.overrides, one.name)}
                  onChange={(value) => change.mutate({ [one.name]: value })}
                  onReset={() => change.mutate({ [one.name]: undefined })}
                />
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}

/** undefined goes back to what the preset says. */
type SwitchChange = Readonly<Record<string, SwitchValue | undefined>>;

function useSwitchChange({ preset, overrides }: TenantProfile) {
  const tenant = useTenantSlug();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: SwitchChange) =>
      callAdmin('setProfile', {
        params: { tenant },
        body: { preset, overrides: withoutUndefined({ ...overrides, ...change }) },
      }),
    onSuccess: (changed) => {
      queryClient.setQueryData(queryKeys.profile(tenant), changed);
      void queryClient.invalidateQueries({ queryKey: queryKeys.schemas(tenant) });
    },
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
}

function withoutUndefined<Value>(values: Readonly<Record<string, Value | undefined>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
