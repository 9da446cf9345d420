// A new tenant, from nothing or as a copy of the one on screen.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Tenant } from '../../../shared/admin/tenant.ts';
import type { TenantCreation } from '../../../shared/admin/tenant-life.ts';
import { callAdmin } from '../../api/client.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { formatCount } from '../../ui/format.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TenantForm } from './tenant-form.tsx';
import { suggestSlug } from './tenant-slug.ts';
import { useTenantCopy, useTenantCreation } from './use-tenant-actions.ts';

export function CreateTenantDialog({ onClose }: { readonly onClose: () => void }) {
  const [preset, setPreset] = useState<NonNullable<TenantCreation['preset']>>('entra-tolerant');
  const creation = useTenantCreation();
  const presets = useQuery({
    queryKey: ['presets'],
    queryFn: ({ signal }) => callAdmin('listPresets', {}, signal),
  }).data?.presets;
  const chosen = presets?.find((one) => one.preset === preset);
  return (
    <TenantForm
      title="Create a tenant"
      submitLabel="Create"
      initial={{ name: '', slug: '' }}
      isPending={creation.isPending}
      error={creation.error}
      onClose={onClose}
      onSubmit={(tenant) => creation.mutate({ ...tenant, preset }, { onSuccess: onClose })}
    >
      <SelectField
        label="Behaviour profile"
        options={(presets ?? []).map((one) => ({ value: one.preset, label: one.name }))}
        value={preset}
        onChange={setPreset}
        hint={chosen?.sentence ?? 'How strictly the tenant reads the RFCs.'}
      />
    </TenantForm>
  );
}

interface CopyTenantDialogProps {
  readonly tenant: Tenant;
  readonly onClose: () => void;
}

export function CopyTenantDialog({ tenant, onClose }: CopyTenantDialogProps) {
  const [withData, setWithData] = useState(true);
  const copy = useTenantCopy(tenant.slug);
  const name = `${tenant.name} (copy)`;
  const { users, groups } = tenant.counts;
  return (
    <TenantForm
      title={`Copy ${tenant.name}`}
      submitLabel="Copy"
      initial={{ name, slug: suggestSlug(name) }}
      isPending={copy.isPending}
      error={copy.error}
      onClose={onClose}
      onSubmit={(named) => copy.mutate({ ...named, withData }, { onSuccess: onClose })}
    >
      <CheckBox isSelected={withData} onChange={setWithData}>
        With {formatCount(users, 'user')}, {formatCount(groups, 'group')} and all other resources
      </CheckBox>
      <p className="text-sm text-ink-3">
        Settings, profile and schemas come along. Tokens, history and the request log do not: the
        copy gets a Secret Token of its own.
      </p>
    </TenantForm>
  );
}
