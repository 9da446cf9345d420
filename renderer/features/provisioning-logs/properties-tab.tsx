// What an entry changed in the target, attribute by attribute.
import type { AttributeChange } from '../../../shared/admin/request-log.ts';
import type {
  ModifiedProperty,
  ProvisioningObjectSummary,
} from '../../../shared/simulator/provisioning-log.ts';
import { ChangeTable } from '../../ui/change-table.tsx';

export function PropertiesTab({ entry }: { readonly entry: ProvisioningObjectSummary }) {
  const { modifiedProperties } = entry;
  if (modifiedProperties.length === 0) {
    return <p className="p-4 text-ink-3">No property was modified.</p>;
  }
  return (
    <div className="p-4">
      <ChangeTable label="Modified properties" changes={modifiedProperties.map(toChange)} />
    </div>
  );
}

function toChange({ displayName, oldValue, newValue }: ModifiedProperty): AttributeChange {
  if (oldValue === null) return { path: displayName, kind: 'added', after: newValue ?? '' };
  if (newValue === null) return { path: displayName, kind: 'removed', before: oldValue };
  return { path: displayName, kind: 'changed', before: oldValue, after: newValue };
}
