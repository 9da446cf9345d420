// Discovery word for word, as a SCIM client gets it.
import { useState } from 'react';
import type { Discovery } from '../../../shared/admin/schema-comparison.ts';
import { useConnection } from '../../api/use-connection.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDiscovery } from './use-schemas.ts';

const ENDPOINTS = [
  { value: 'serviceProviderConfig', label: '/ServiceProviderConfig' },
  { value: 'resourceTypes', label: '/ResourceTypes' },
  { value: 'schemas', label: '/Schemas' },
] as const satisfies readonly { value: keyof Discovery; label: string }[];

export function RawTab() {
  const [endpoint, setEndpoint] = useState<keyof Discovery>('serviceProviderConfig');
  const discovery = useDiscovery();
  const url = useConnection().data?.tenantUrl ?? '';
  const label = ENDPOINTS.find(({ value }) => value === endpoint)?.label ?? '';
  if (discovery.isPending) return <Skeleton label="Loading discovery" lines={8} />;
  if (discovery.isError) {
    return (
      <ErrorState
        title="Discovery could not be read"
        error={discovery.error}
        onRetry={() => void discovery.refetch()}
      />
    );
  }
  const document = discovery.data[endpoint];
  return (
    <div className="p-4">
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SegmentedControl
          label="Endpoint"
          options={ENDPOINTS}
          value={endpoint}
          onChange={setEndpoint}
        />
        <code className="min-w-0 flex-1 truncate font-mono text-sm text-ink-3">
          GET {url}
          {label}
        </code>
        <CopyButton
          what={`Answer of ${label}`}
          caption="Copy JSON"
          text={JSON.stringify(document, null, 2)}
        />
      </div>
      <div className="rounded-md border border-line bg-surface-0 p-3">
        <JsonView label={`Answer of ${label}`} value={document} />
      </div>
    </div>
  );
}
