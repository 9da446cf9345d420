// Whether a request is meant for the version of the resource that is stored. Asked within the transaction that writes.
// @see RFC 7644 §3.14, RFC 9110 §13.1
import { entityTag, namesVersion } from '../scim/etag/entity-tags.ts';
import { versionMismatch } from '../scim/scim-error.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import type { OperationContext } from './context.ts';
import { requireResource } from './find-resource.ts';

/** The resource that a write is for. Throws `notFound` and `versionMismatch`. */
export function requireVersion(
  context: OperationContext,
  model: ResourceModel,
  id: string,
): ResourceRecord {
  const record = requireResource(context, model, id);
  checkVersion(context, record);
  return record;
}

/** Throws `versionMismatch` naming both versions. A profile without ETag takes no notice of preconditions. */
function checkVersion(context: OperationContext, record: ResourceRecord): void {
  const { ifMatch, ifNoneMatch } = preconditionOf(context);
  const current = `${record.resourceType} "${record.id}" has the version ${entityTag(record.version)}`;
  if (ifMatch !== undefined && !namesVersion(ifMatch, record.version)) {
    throw versionMismatch(`${current}, the request is for ${ifMatch}`);
  }
  if (ifNoneMatch !== undefined && namesVersion(ifNoneMatch, record.version)) {
    throw versionMismatch(`${current}, which If-None-Match excludes`);
  }
}

/** The same for a read: true when the client has this version already. */
export function isKnownVersion(context: OperationContext, record: ResourceRecord): boolean {
  const { ifMatch, ifNoneMatch } = preconditionOf(context);
  if (ifMatch !== undefined) checkVersion({ ...context, precondition: { ifMatch } }, record);
  return ifNoneMatch !== undefined && namesVersion(ifNoneMatch, record.version);
}

/** The `ETag` header of an answer about one resource. */
export function versionHeader(
  { tenant }: OperationContext,
  record: ResourceRecord,
): Readonly<Record<string, string>> {
  return tenant.profile.etagSupported ? { ETag: entityTag(record.version) } : {};
}

function preconditionOf({ tenant, precondition = {} }: OperationContext) {
  return tenant.profile.etagSupported ? precondition : {};
}
