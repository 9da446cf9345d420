// The resources of a type of the tenant's own.
import { getRouteApi } from '@tanstack/react-router';
import { PageHeader } from '../../ui/page-header.tsx';

const route = getRouteApi('/types/$type');

export function CustomTypePage() {
  const { type } = route.useParams();
  return <PageHeader title={type} />;
}
