// The resource as it was at a version, and how it differs from what is stored now.
import { useQuery } from '@tanstack/react-query';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { ChangeTable } from '../../ui/change-table.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { diffDocuments } from './diff-documents.ts';
import { useResource } from './use-resource.ts';

interface RevisionDocumentViewProps {
  readonly resourceType: string;
  readonly id: string;
  readonly version: number;
}

export function RevisionDocumentView({ resourceType, id, version }: RevisionDocumentViewProps) {
  const tenant = useTenantSlug();
  const now = useResource(resourceType, id).data;
  const then = useQuery({
    queryKey: queryKeys.resources(tenant, resourceType, 'revision', id, version),
    queryFn: ({ signal }) =>
      callAdmin('getRevision', { params: { tenant, resourceType, id, version } }, signal),
  });
  if (then.error !== null) {
    return (
      <p role="alert" className="pt-2 text-bad">
        {describeError(then.error)}
      </p>
    );
  }
  if (then.data === undefined) return <Skeleton label="Loading the version" lines={4} />;
  const { document, unknown, memberCount } = then.data;
  return (
    <div className="flex flex-col gap-2 pt-3">
      {unknown.length > 0 && (
        <p className="text-warn">Not known any more, as it is secret: {unknown.join(', ')}.</p>
      )}
      {document !== null && now !== undefined && (
        <Difference version={version} then={document} now={now.resource} />
      )}
      {memberCount !== null && (
        <p className="text-ink-2">{formatCount(memberCount, 'member')} at that time.</p>
      )}
      <JsonView label={`Document of version ${version}`} value={document ?? {}} />
    </div>
  );
}

interface DifferenceProps {
  readonly version: number;
  readonly then: JsonObject;
  readonly now: JsonObject;
}

/** Without what other resources say of it: names of managers and members. */
function Difference({ version, then, now }: DifferenceProps) {
  const changes = diffDocuments(then, now).filter(
    ({ path }) => path !== 'members' && !/(\$ref|manager\.displayName)$/.test(path),
  );
  if (changes.length === 0) return <p className="text-ink-2">The same as what is stored now.</p>;
  return (
    <>
      <h4 className="text-sm font-medium text-ink-2">From then to now</h4>
      <ChangeTable label={`From version ${version} to now`} changes={changes} />
    </>
  );
}
