// The SCIM listener's application: the one thing a tunnel may reach. The list below is the whole way of a request.
import type { RequestListener } from 'node:http';
import express from 'express';
import { authenticate } from './authenticate.ts';
import { endStep } from './end-step.ts';
import { errorHandler } from './error-handler.ts';
import type { ScimAppDependencies } from './exchange.ts';
import { createPeerFinder } from './find-peer.ts';
import { findTenant } from './find-tenant.ts';
import { injectFault } from './inject-fault.ts';
import { receiveBody } from './receive-body.ts';
import { recordRequest } from './record-request.ts';
import { refuseHostless } from './refuse.ts';
import { refuseUnavailable } from './refuse-unavailable.ts';
import { refuseWrites } from './refuse-writes.ts';
import { recordUnreadable, type Unreadable } from './record-unreadable.ts';
import { createRoutes } from './routes.ts';
import { tokenEndpoint } from './token-endpoint.ts';
import { createJwtVerifier } from './verify-jwt.ts';

export interface ScimApp {
  readonly serve: RequestListener;
  /** For what the HTTP parser refuses. */
  readonly refused: (unreadable: Unreadable) => void;
}

export function createScimApp(dependencies: ScimAppDependencies): ScimApp {
  const app = express();
  const findPeer = createPeerFinder();
  app.disable('x-powered-by');
  app.disable('etag'); // `meta.version` is the version of a resource
  app.use(recordRequest(dependencies, findPeer)); // outermost: whatever is refused below is recorded all the same
  app.use(receiveBody); // before anybody refuses: the record has the body, and the connection stays usable
  app.use(endStep); // received
  const verifyJwt = createJwtVerifier(dependencies);
  app.use(refuseHostless);
  app.use(refuseUnavailable(dependencies)); // before queued answers are used up
  app.use(injectFault(dependencies)); // before anybody is asked who they are: a refused token can be injected too
  app.use(tokenEndpoint(dependencies, verifyJwt)); // outside of every base, and for who has no token yet
  app.use(findTenant(dependencies)); // each tenant has its own tokens
  app.use(authenticate(dependencies, verifyJwt));
  app.use(endStep); // authenticated
  app.use(refuseWrites); // of tokens that may only read, before anything is looked at
  app.use(createRoutes(dependencies)); // reads the body where a route wants one: 404 and 405 come first
  app.use(errorHandler(dependencies));
  return {
    serve(request, response) {
      // Express reads the URL before its first handler, and answers by itself when it cannot: it gets one that it can.
      const locals = { rawTarget: request.url ?? '/' };
      request.url = '/';
      app(request, Object.assign(response, { locals }));
    },
    refused: recordUnreadable(dependencies, findPeer),
  };
}
