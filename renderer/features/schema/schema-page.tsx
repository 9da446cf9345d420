// Schema: what the tenant tells of itself at its discovery endpoints, and the changing of it.
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CompareTab } from './compare-tab.tsx';
import { DiscoveryNotices } from './discovery-notices.tsx';
import type { Draft } from './draft.ts';
import { DraftDialog } from './draft-dialog.tsx';
import { ProviderTab } from './provider-tab.tsx';
import { RawTab } from './raw-tab.tsx';
import { readSchemas, readTypes, type KnownSchema, type KnownType } from './read-documents.ts';
import { SchemaActions } from './schema-actions.tsx';
import { SchemasTab } from './schemas-tab.tsx';
import { TypesTab } from './types-tab.tsx';
import { useSchemaList } from './use-schemas.ts';

const route = getRouteApi('/schema');

export function SchemaPage() {
  const list = useSchemaList();
  if (list.isPending) {
    return (
      <>
        <PageHeader title="Schema" help="schema" />
        <Skeleton label="Loading the schemas" lines={8} />
      </>
    );
  }
  if (list.isError) {
    return (
      <>
        <PageHeader title="Schema" help="schema" />
        <ErrorState
          title="The schemas could not be read"
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      </>
    );
  }
  return <Content schemas={readSchemas(list.data)} types={readTypes(list.data)} />;
}

interface ContentProps {
  readonly schemas: readonly KnownSchema[];
  readonly types: readonly KnownType[];
}

function Content({ schemas, types }: ContentProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const { tab = 'schemas' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader
        title="Schema"
        help="schema"
        note={`${formatCount(schemas.length, 'schema')}, ${formatCount(types.length, 'resource type')}`}
      >
        <SchemaActions schemas={schemas} types={types} onDraft={setDraft} />
      </PageHeader>
      <DiscoveryNotices schemas={schemas} />
      <Tabs
        label="Parts of discovery"
        selected={tab}
        onSelect={(id) => void navigate({ search: { tab: TABS.find((one) => one === id) } })}
        items={[
          {
            id: 'schemas',
            label: 'Schemas',
            content: <SchemasTab schemas={schemas} onDraft={setDraft} />,
          },
          {
            id: 'types',
            label: 'Resource types',
            content: <TypesTab schemas={schemas} types={types} onDraft={setDraft} />,
          },
          { id: 'provider', label: 'Service provider config', content: <ProviderTab /> },
          { id: 'compare', label: 'Compare', content: <CompareTab /> },
          { id: 'raw', label: 'Raw JSON', content: <RawTab /> },
        ]}
      />
      {draft !== null && (
        <DraftDialog
          key={draft.kind}
          draft={draft}
          types={types}
          onDraft={setDraft}
          onClose={() => setDraft(null)}
        />
      )}
    </>
  );
}

const TABS = ['schemas', 'types', 'provider', 'compare', 'raw'] as const;
