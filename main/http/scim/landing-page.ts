// What a person sees who opens the SCIM listener in a browser. It may be read by anybody whom the tunnel lets in:
// no tenant, no token, no address.
import type { Answer } from './exchange.ts';

const PAGE = `<!doctype html>
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
<p>There is nothing to see here in a browser. Users, groups and requests are shown in the app's own window,
which cannot be reached from this address.</p>
</body>
</html>
`;

export function landingPage(): Answer {
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
    text: PAGE,
  };
}
