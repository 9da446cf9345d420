// What one SCIM operation is given: the tenant it works on, the store, and where to report what it changed.
// An operation is one synchronous call and one transaction.
import type { Effect } from '../../shared/admin/request-log.ts';
import type { JsonValue } from '../../shared/scim/json.ts';
import type { Clock } from '../base/clock.ts';
import type { NewId } from '../base/ids.ts';
import type { Projection } from '../scim/resource/project-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { Caller } from './caller.ts';
import type { Store, TenantRecord } from '../store/open-store.ts';

export type { Projection };

/** Which version of a resource a request is meant for; lists of entity tags. @see RFC 7644 §3.14 */
export interface Precondition {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

export interface OperationContext {
  readonly store: Store;
  readonly tenant: TenantRecord;
  /** The resource types that the tenant serves. */
  readonly models: readonly ResourceModel[];
  readonly clock: Clock;
  readonly newId: NewId;
  /** Base of `meta.location` and `$ref`, without a trailing slash: `https://host/scim/v2`. */
  readonly baseUrl: string;
  /** The request in the request log; null when the change is made in the UI. */
  readonly requestId: number | null;
  /** Who sent the request; null when the change is made in the UI. */
  readonly caller?: Caller | null;
  readonly precondition?: Precondition;
  /** The transaction that events name, where the client was told it; else the request is one. @see RFC 9967 §2.2 */
  readonly txn?: string;
  /** Called within the operation, once for each resource it touched. */
  readonly reportEffect: (effect: Effect) => void;
}

export interface ScimResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonValue;
}
