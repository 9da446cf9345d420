// Attribute mapping: what the job of an application writes into the target for users and for groups.
import { EntraPage } from '../entra/entra-page.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { MappingScreen } from './mapping-screen.tsx';
import { useJobSchema } from './use-mapping.ts';

export function MappingPage() {
  return (
    <EntraPage title="Attribute mapping" help="entra-mapping">
      {({ id }) => <Mapping application={id} />}
    </EntraPage>
  );
}

function Mapping({ application }: { readonly application: string }) {
  const schema = useJobSchema(application);
  if (schema.isPending) return <Skeleton label="Loading the mappings" lines={10} />;
  if (schema.isError) {
    return (
      <ErrorState
        title="The mappings cannot be shown"
        error={schema.error}
        onRetry={() => void schema.refetch()}
      />
    );
  }
  return <MappingScreen application={application} saved={schema.data} />;
}
