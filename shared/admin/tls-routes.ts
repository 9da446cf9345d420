// Routes of TLS. @see ./tls.ts
// The certificate of the local CA is a file (./streams.ts).
import { z } from 'zod';
import { TlsChange, TlsState } from './tls.ts';

const nothing = z.object({});

export const tlsRoutes = {
  getTls: {
    method: 'GET',
    path: '/api/tls',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: TlsState,
  },
  /** Opens the SCIM listener anew. What cannot be served with is refused, and the listener stays as it was. */
  changeTls: {
    method: 'PUT',
    path: '/api/tls',
    params: nothing,
    query: nothing,
    body: TlsChange,
    response: TlsState,
  },
  /** A new key and certificate: whoever trusts the one before has to trust this one anew. */
  renewLocalCa: {
    method: 'POST',
    path: '/api/tls/ca/renew',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: TlsState,
  },
} as const;
