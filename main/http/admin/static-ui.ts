// The built UI. It holds no secret: the admin key comes in the fragment of the address, which is never sent.
import express, { Router, type Request, type Response } from 'express';

// Neither scripts nor styles may be inline. The UI sets styles through the object model, which this does not touch; its
// editor styles itself by constructed sheets in a shadow root.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer of the admin listener. */
export function secureHeaders(_request: Request, response: Response, next: () => void): void {
  response.set({
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  next();
}

export function staticUi(uiDir: string | undefined): Router {
  const router = Router();
  if (uiDir !== undefined) {
    router.use(express.static(uiDir, { cacheControl: false, setHeaders: allowCaching }));
  }
  router.get('/', sayNotBuilt);
  return router;
}

/** Names under `assets` carry a hash of their content. */
function allowCaching(response: Response, path: string): void {
  const isHashed = /[/\\]assets[/\\]/.test(path);
  response.setHeader(
    'Cache-Control',
    isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
}

function sayNotBuilt(_request: Request, response: Response): void {
  response.status(404).type('text/plain').send('The UI has not been built: run "npm run build".\n');
}
