// Tenant URL and Secret Token in the form that a tool wants: a Test Connection query ready to run, variables to set, or
// the fields of Entra's form.

export interface ConnectionValues {
  readonly url: string;
  readonly token: string;
}

export interface Snippet {
  readonly id: string;
  readonly label: string;
  readonly write: (values: ConnectionValues) => string;
}

/** A user that nobody is: what Test Connection asks for. */
const PROBE = '/Users?filter=userName+eq+%22b7c1f6a0-3a0e-4c8e-9d5f-5d2a1c0e7f42%22';

export const SNIPPETS: readonly Snippet[] = [
  {
    id: 'entra',
    label: 'Entra form values',
    write: ({ url, token }) => `Tenant URL: ${url}\nSecret Token: ${token}\n`,
  },
  {
    id: 'curl',
    label: 'cURL',
    write: ({ url, token }) =>
      [
        `curl --silent --show-error '${url}${PROBE}' \\`,
        `  --header 'Authorization: Bearer ${token}' \\`,
        `  --header 'Accept: application/scim+json'\n`,
      ].join('\n'),
  },
  {
    id: 'powershell',
    label: 'PowerShell',
    write: ({ url, token }) =>
      [
        `$headers = @{ Authorization = 'Bearer ${token}'; Accept = 'application/scim+json' }`,
        `Invoke-RestMethod -Uri '${url}${PROBE}' -Headers $headers\n`,
      ].join('\n'),
  },
  {
    id: 'http',
    label: '.http file',
    write: ({ url, token }) =>
      [
        `@tenantUrl = ${url}`,
        `@secretToken = ${token}`,
        '',
        '### Test Connection',
        `GET {{tenantUrl}}${PROBE}`,
        'Authorization: Bearer {{secretToken}}',
        'Accept: application/scim+json\n',
      ].join('\n'),
  },
  {
    id: 'env',
    label: 'Environment variables',
    write: ({ url, token }) => `SCIM_TENANT_URL=${url}\nSCIM_SECRET_TOKEN=${token}\n`,
  },
];
