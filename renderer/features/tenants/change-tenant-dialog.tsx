// Name, slug and colour of the tenant on screen.
import { useState } from 'react';
import { LABEL_COLOURS, type LabelColour } from '../../../shared/admin/setting.ts';
import type { Tenant } from '../../../shared/admin/tenant.ts';
import { DEFAULT_TENANT_SLUG } from '../../../shared/tenant-path.ts';
import { useSettings, useSettingsChange } from '../../api/use-settings.ts';
import { ColourChoice } from './colour-choice.tsx';
import { TenantForm, type NamedTenant } from './tenant-form.tsx';
import { useTenantRename } from './use-tenant-actions.ts';

interface ChangeTenantDialogProps {
  readonly tenant: Tenant;
  readonly onClose: () => void;
}

export function ChangeTenantDialog({ tenant, onClose }: ChangeTenantDialogProps) {
  const colours = useSettings()['general.tenantColours'];
  const [colour, setColour] = useState<LabelColour>(colours[tenant.slug] ?? 'none');
  const rename = useTenantRename(tenant.slug);
  const settings = useSettingsChange();
  const isDefault = tenant.slug === DEFAULT_TENANT_SLUG;

  async function submit({ name, slug }: NamedTenant): Promise<void> {
    const others = Object.entries(colours).filter(([other]) => other !== tenant.slug);
    const changed = colour === 'none' ? others : [...others, [slug, colour] as const];
    await settings.mutateAsync({ 'general.tenantColours': Object.fromEntries(changed) });
    const isSame = name === tenant.name && slug === tenant.slug;
    if (!isSame) await rename.mutateAsync({ name, ...(!isDefault && { slug }) });
    onClose();
  }

  return (
    <TenantForm
      title="Rename or colour the tenant"
      submitLabel="Save"
      initial={tenant}
      ownSlug={tenant.slug}
      hasFixedSlug={isDefault}
      isPending={rename.isPending || settings.isPending}
      error={rename.error ?? settings.error}
      onClose={onClose}
      onSubmit={(named) => {
        submit(named).catch(() => undefined); // told in the form
      }}
    >
      {!isDefault && (
        <p className="text-sm text-ink-3">
          With another slug the Tenant URL changes: clients that know the old one are answered 404.
        </p>
      )}
      <ColourChoice label="Colour" colours={LABEL_COLOURS} value={colour} onChange={setColour} />
    </TenantForm>
  );
}
