// Who may speak to the admin listener. It holds the secret token, so a web page must not reach it, neither from another
// site nor by a name that was made to point here (DNS rebinding), and no tunnel may publish it.
import type { NextFunction, Request, Response } from 'express';
import { isSameSecret } from '../../base/same-secret.ts';
import { adminFailure } from './admin-failure.ts';

const LOOPBACK_PEER = /^(?:::ffff:)?127\.|^::1$/;
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Checks that hold for the UI's own files too. `allowedOrigins` may use the API, with the key. */
export function guard(allowedOrigins: () => readonly string[]) {
  return function guard(request: Request, response: Response, next: NextFunction): void {
    requireLoopback(request);
    const { origin } = request.headers;
    if (origin !== undefined && isApi(request) && allowedOrigins().includes(origin)) {
      allowOrigin(request, response, origin);
      if (request.method === 'OPTIONS') response.status(204).end();
      else next();
      return;
    }
    requireOwnPage(request);
    next();
  };
}

function requireLoopback(request: Request): void {
  if (!LOOPBACK_PEER.test(request.socket.remoteAddress ?? '')) {
    throw adminFailure('forbidden', 'Only this machine may use the admin listener.');
  }
  // A rebound DNS name keeps its own name in Host; a tunnel has one too.
  const { host } = request.headers;
  if (host === undefined || !ownHosts(request).includes(host.toLowerCase())) {
    throw adminFailure('forbidden', 'The admin listener answers to its loopback address only.');
  }
}

function requireOwnPage(request: Request): void {
  const { origin } = request.headers;
  if (origin !== undefined && !ownHosts(request).some((name) => origin === `http://${name}`)) {
    throw adminFailure('forbidden', 'Pages of other origins may not use the admin listener.');
  }
  // A browser says so even where it sends no Origin. Another port of this machine is `same-site`: not ours either.
  const site = request.get('sec-fetch-site') ?? 'none';
  if (site !== 'same-origin' && site !== 'none') {
    throw adminFailure('forbidden', 'Other sites may not use the admin listener.');
  }
}

function ownHosts(request: Request): readonly string[] {
  const port = request.socket.localPort ?? 0;
  return LOOPBACK_NAMES.map((name) => `${name}:${port}`);
}

function isApi({ path }: Request): boolean {
  return path.startsWith('/api/');
}

/** No cookies are involved: the page has to send the key. @see Fetch standard, CORS protocol */
function allowOrigin(request: Request, response: Response, origin: string): void {
  response.set({
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Content-Disposition',
    Vary: 'Origin',
  });
  if (request.method !== 'OPTIONS') return;
  response.set({
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, Last-Event-ID',
    'Access-Control-Max-Age': '60',
  });
  // Chrome asks before a page of a public site may speak to this machine.
  if (request.get('access-control-request-private-network') === 'true') {
    response.set('Access-Control-Allow-Private-Network', 'true');
  }
}

/** The admin key, for everything below `/api`. */
export function requireAdminKey(adminKey: () => string) {
  return function requireAdminKey(request: Request, response: Response, next: NextFunction): void {
    const given = /^bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given === undefined || !isSameSecret(given, adminKey())) {
      response.setHeader('WWW-Authenticate', 'Bearer realm="admin"');
      throw adminFailure(
        'unauthorized',
        'The admin key is missing, wrong, or of an earlier start.',
      );
    }
    next();
  };
}
