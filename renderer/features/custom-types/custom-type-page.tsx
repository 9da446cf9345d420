// The resources of any type of the tenant, by the same machinery as users and groups.
import { getRouteApi, Link } from '@tanstack/react-router';
import { Shapes } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ResourceScreen } from '../resources/resource-screen.tsx';
import { useSchemaQuery, useTypeSchemas } from '../resources/use-type-schema.ts';
import { customScreen } from './custom-screen.tsx';

const route = getRouteApi('/types/$type');

export function CustomTypePage() {
  const { type } = route.useParams();
  const query = useSchemaQuery();
  const schemas = useTypeSchemas();
  if (schemas === undefined) {
    return (
      <>
        <PageHeader title={type} help="resources" />
        {query.error === null ? (
          <Skeleton label={`Loading ${type}`} lines={8} />
        ) : (
          <ErrorState
            title="The resource types could not be read"
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
      </>
    );
  }
  const schema = schemas.find(({ name }) => name === type);
  if (schema !== undefined) return <ResourceScreen key={type} parts={customScreen(schema)} />;
  return (
    <>
      <PageHeader title={type} help="resources" />
      <EmptyState icon={Shapes} title={`This tenant has no resource type “${type}”`}>
        <p>
          Its types are under{' '}
          <Link to="/schema" search={{ tab: 'types' }} className="text-accent underline">
            Schema
          </Link>
          .
        </p>
      </EmptyState>
    </>
  );
}
