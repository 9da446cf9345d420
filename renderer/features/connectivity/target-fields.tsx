// The target: a tenant of this workspace, or any Tenant URL; and the flag that asks for RFC-conformant requests.
import type { Tenant } from '../../../shared/admin/tenant.ts';
import { tenantUrl } from '../../../shared/tenant-path.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import {
  hasFlag,
  SCIM_FLAG,
  setFlag,
  withFlags,
  type ConnectionDraft,
  type DraftProps,
} from './connection-draft.ts';

interface TargetFieldsProps extends DraftProps {
  readonly tenants: readonly Tenant[];
  readonly scimOrigin: string;
  readonly setDraft: (draft: ConnectionDraft) => void;
}

const KINDS = [
  { value: 'tenant', label: 'A tenant of this workspace' },
  { value: 'url', label: 'Any Tenant URL' },
] as const;

export function TargetFields(props: TargetFieldsProps) {
  const { draft, problems, onChange, tenants, scimOrigin, setDraft } = props;
  return (
    <>
      <div>
        <p aria-hidden className="mb-1 text-sm font-medium text-ink-2">
          Target
        </p>
        <SegmentedControl
          label="Target"
          options={KINDS}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
        />
      </div>
      {draft.kind === 'tenant' ? (
        <>
          <SelectField
            label="Tenant"
            options={tenants.map(({ slug, name }) => ({ value: slug, label: name }))}
            value={draft.tenant}
            onChange={(tenant) => onChange({ tenant })}
          />
          <div>
            <p className="mb-1 text-sm font-medium text-ink-2">Tenant URL</p>
            <code aria-label="Tenant URL" className="font-mono text-sm wrap-anywhere">
              {withFlags(tenantUrl(scimOrigin, draft.tenant), draft.flags)}
            </code>
          </div>
        </>
      ) : (
        <TextField
          label="Tenant URL"
          isMono
          placeholder="https://host/scim"
          hint="It ends where /Users begins. Requests go over HTTP to this address, wherever it is."
          value={draft.url}
          onChange={(url) => onChange({ url: url.trim() })}
          error={problems.url}
        />
      )}
      <Flag draft={draft} setDraft={setDraft} />
    </>
  );
}

function Flag({ draft, setDraft }: Pick<TargetFieldsProps, 'draft' | 'setDraft'>) {
  return (
    <div>
      <Toggle
        label={`SCIM compliance flag ${SCIM_FLAG}`}
        describedBy="scim-flag-hint"
        isOn={hasFlag(draft)}
        onChange={(isOn) => setDraft(setFlag(draft, isOn))}
        onWord={`Add ?${SCIM_FLAG} to the Tenant URL`}
        offWord={`Add ?${SCIM_FLAG} to the Tenant URL`}
      />
      <p id="scim-flag-hint" className="text-sm text-ink-3">
        With it, PATCH follows the RFC: lower-case op, real booleans, members removed by a filter in
        the path. Provision on demand never honours it.
      </p>
    </div>
  );
}
