// What a person sees who opens the SCIM listener in a browser. It may be read by anybody whom the tunnel lets in:
// no tenant, no token, no address. The link opens the app where it is installed, and does nothing else.
import type { Answer } from './exchange.ts';

const page = (status: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>SCIM Mock Tenant</title>
</head>
<body>
<h1>SCIM Mock Tenant</h1>
<p>This is a SCIM 2.0 service provider for tests. It answers SCIM clients, such as Microsoft Entra ID or Okta,
that present the tenant's secret token.</p>
<p>${status}</p>
<p>There is nothing to see here in a browser. Users, groups and requests are shown in the app's own window,
which cannot be reached from this address. <a href="scimtenant://open/">Open the app</a> on the machine that it runs on.</p>
</body>
</html>
`;

const SERVING = 'Status: serving SCIM requests.';
const PAUSED = 'Status: paused. SCIM requests are answered with 503 until serving goes on.';

export function landingPage(isPaused: boolean): Answer {
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
    text: page(isPaused ? PAUSED : SERVING),
  };
}
