// Who may speak to the admin listener. It holds the secret token, so a web page must not reach it, neither from another
// site nor by a name that was made to point here (DNS rebinding), and no tunnel may publish it.
import type { NextFunction, Request, Response } from 'express';
import { isSameSecret } from '../../base/same-secret.ts';
import { adminFailure } from './admin-failure.ts';

const LOOPBACK_PEER = /^(?:::ffff:)?127\.|^::1$/;
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Checks that hold for the UI's own files too. */
export function guard(request: Request, _response: Response, next: NextFunction): void {
  const port = request.socket.localPort ?? 0;
  const hosts = LOOPBACK_NAMES.map((name) => `${name}:${port}`);
  const { origin, host } = request.headers;
  if (!LOOPBACK_PEER.test(request.socket.remoteAddress ?? '')) {
    throw adminFailure('forbidden', 'Only this machine may use the admin listener.');
  }
  // A rebound DNS name keeps its own name in Host; a tunnel has one too.
  if (host === undefined || !hosts.includes(host.toLowerCase())) {
    throw adminFailure('forbidden', 'The admin listener answers to its loopback address only.');
  }
  if (origin !== undefined && !hosts.some((name) => origin === `http://${name}`)) {
    throw adminFailure('forbidden', 'Pages of other origins may not use the admin listener.');
  }
  // A browser says so even where it sends no Origin. Another port of this machine is `same-site`: not ours either.
  const site = request.get('sec-fetch-site') ?? 'none';
  if (site !== 'same-origin' && site !== 'none') {
    throw adminFailure('forbidden', 'Other sites may not use the admin listener.');
  }
  next();
}

/** The key of this launch, for everything below `/api`. */
export function requireAdminKey(adminKey: string) {
  return function requireAdminKey(request: Request, response: Response, next: NextFunction): void {
    const given = /^bearer +(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given === undefined || !isSameSecret(given, adminKey)) {
      response.setHeader('WWW-Authenticate', 'Bearer realm="admin"');
      throw adminFailure('unauthorized', 'The key of this launch is missing or wrong.');
    }
    next();
  };
}
