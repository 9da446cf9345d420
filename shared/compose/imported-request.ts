// A request as another tool has written it down.
import type { HeaderPair } from '../export/outgoing-request.ts';

export interface ImportedRequest {
  readonly name: string;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body: string;
}
