// Takes requests out of the log: all, those on show, the older ones. Pinned ones stay; each can be undone for a while.
import { Trash2 } from 'lucide-react';
import { useTenantSlug } from '../../api/use-status.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { removeRequests } from './request-actions.ts';

interface ClearMenuProps {
  readonly filter: string;
  readonly isDisabled: boolean;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export function ClearMenu({ filter, isDisabled }: ClearMenuProps) {
  const tenant = useTenantSlug();
  function removeOlderThan(ms: number): void {
    const olderThan = new Date(Date.now() - ms).toISOString();
    void removeRequests({ tenant, olderThan });
  }
  return (
    <MenuButton
      label="Clear requests"
      icon={Trash2}
      isDisabled={isDisabled}
      actions={[
        ...(filter === ''
          ? []
          : [
              {
                id: 'shown',
                label: 'Delete those that match the filter',
                isDangerous: true,
                onAction: () => void removeRequests({ tenant, filter }),
              },
            ]),
        {
          id: 'all',
          label: 'Delete all but pinned ones',
          isDangerous: true,
          onAction: () => void removeRequests({ tenant }),
        },
        {
          id: 'everything',
          label: 'Delete all, pinned ones too',
          isDangerous: true,
          onAction: () => void removeRequests({ tenant, includesPinned: true }),
        },
        {
          id: 'hour',
          label: 'Delete older than an hour',
          onAction: () => removeOlderThan(HOUR_MS),
        },
        { id: 'day', label: 'Delete older than a day', onAction: () => removeOlderThan(DAY_MS) },
      ]}
    />
  );
}
