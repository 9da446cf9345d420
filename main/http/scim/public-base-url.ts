// Under which URL a tenant is known to whoever sent a request: the base of `meta.location`, `$ref` and Location.
// The tenant's setting wins; then what a proxy or tunnel on this machine says it was asked for; then the Host header.
// @see RFC 7643 §3.1 (meta.location)
import { TLSSocket } from 'node:tls';
import { tenantUrl } from '../../../shared/tenant-path.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import type { ScimRequest } from './exchange.ts';

const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const LOOPBACK_PEER = /^(?:::ffff:)?127\.|^::1$/;

/** Such as `https://x.example/scim/v2`, without a trailing slash. */
export function publicBaseUrl(request: ScimRequest, tenant: TenantRecord): string {
  return tenantUrl(tenant.publicUrl ?? requestOrigin(request), tenant.slug);
}

/** The origin that a client beyond a tunnel used; undefined for one that asked this machine by its own name. */
export function tunnelOrigin(request: ScimRequest): string | undefined {
  const origin = requestOrigin(request);
  return LOOPBACK_HOST.test(new URL(origin).host) ? undefined : origin;
}

function requestOrigin(request: ScimRequest): string {
  const isBelieved = LOOPBACK_PEER.test(request.socket.remoteAddress ?? '');
  const host = (isBelieved && firstValue(request, 'x-forwarded-host')) || request.headers.host;
  const own = ownScheme(request);
  const scheme = (isBelieved && firstValue(request, 'x-forwarded-proto')) || own;
  const origin = `${scheme}://${host ?? ''}`;
  const isUsable = /^https?$/i.test(scheme) && HOST.test(host ?? '') && URL.canParse(origin);
  return isUsable ? new URL(origin).origin : `${own}://127.0.0.1:${request.socket.localPort ?? 0}`;
}

function ownScheme({ socket }: ScimRequest): 'http' | 'https' {
  return socket instanceof TLSSocket ? 'https' : 'http';
}

/** Each proxy on the way may add its own value: the first one is the client's. */
function firstValue(request: ScimRequest, name: string): string | undefined {
  const [first] = (request.get(name) ?? '').split(',');
  return first?.trim();
}
