// The resources of any type of the tenant, by the same machinery as users and groups.
import { getRouteApi, Link } from '@tanstack/react-router';
import { Shapes } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ResourceScreen } from '../resources/resource-screen.tsx';
import { useTypeSchemas } from '../resources/use-type-schema.ts';
import { customScreen } from './custom-screen.tsx';

const route = getRouteApi('/types/$type');

export function CustomTypePage() {
  const { type } = route.useParams();
  const schemas = useTypeSchemas();
  if (schemas === undefined) return <Skeleton label={`Loading ${type}`} lines={8} />;
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
