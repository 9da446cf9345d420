// What a query asks for, as received: by the parameters of a URL or by a SearchRequest, which mean the same.
// @see RFC 7644 §3.4.2 and §3.4.3, RFC 9865 §2
import type { Projection } from '../resource/project-resource.ts';

export interface QueryRequest {
  /** Absent or blank = all. */
  readonly filter?: string | undefined;
  readonly sortBy?: string | undefined;
  readonly sortOrder?: string | undefined;
  /** 1-based, below 1 means 1. */
  readonly startIndex?: string | number | undefined;
  /** Below 0 means 0, which asks for `totalResults` alone. */
  readonly count?: string | number | undefined;
  /** Empty starts a walk by cursor. */
  readonly cursor?: string | undefined;
  readonly projection: Projection;
  /** Whether it came in a URL, which everybody on its way may keep. */
  readonly isInUrl?: boolean;
}
