// A logged request with meaning, for tests of what leaves the app.
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { buildRequest as buildDetails } from '../../support/build-request.ts';

export const PATCH_BODY = JSON.stringify({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'Replace', path: 'displayName', value: 'Ada King' }],
});

export function buildRequest(parts: Partial<RequestDetails> = {}): RequestDetails {
  const body = parts.requestBody?.text ?? PATCH_BODY;
  return {
    ...buildDetails(12),
    tenant: 'default',
    at: '2026-05-04T10:00:00.000Z',
    durationMs: 4.25,
    method: 'PATCH',
    path: '/scim/v2/Users/5f2f4d0d',
    query: '',
    status: 200,
    scimType: null,
    operation: 'update',
    sentence: 'Update ada@contoso.test: displayName',
    source: 'entra',
    tokenName: 'Secret token',
    resourceType: 'User',
    resourceId: '5f2f4d0d',
    resourceName: 'ada@contoso.test',
    requestBytes: Buffer.byteLength(body),
    responseBytes: 2,
    findings: { error: 0, warning: 1, notice: 0 },
    requestHeaders: [
      ['Host', '127.0.0.1:7643'],
      ['Authorization', 'Bearer ••••1a2b'],
      ['Accept', 'application/scim+json'],
      ['Content-Type', 'application/scim+json; charset=utf-8'],
      ['Content-Length', String(Buffer.byteLength(body))],
    ],
    requestBody: { text: body, bytes: Buffer.byteLength(body), truncated: false },
    responseHeaders: [['Content-Type', 'application/scim+json']],
    responseBody: { text: '{}', bytes: 2, truncated: false },
    effects: [],
    findingList: [
      {
        ruleId: 'op-capitalised',
        severity: 'warning',
        where: 'request',
        message: "Operations[0].op is 'Replace'",
      },
    ],
    sourceReason: 'The adscimversion header',
    ...parts,
  };
}

/** What quoting has to survive. */
export const NASTY_BODIES: Readonly<Record<string, string>> = {
  quotes: `{"a":"it's \\"quoted\\" ‘so’ ‚and‛ \`so\`"}`,
  'line ends': '{\n  "a": 1,\r\n\t"b": "two\\nlines"\n}\n',
  unicode: '{"name":"Zoë 王小明 עברית 🧑‍🚀 \u2028"}',
  'shell characters':
    '{"a":"$HOME $(id) `id` ${x} !! \\\\ % %PATH% %22 ^ & | < > ; * ? ~ # @file"}',
  'backslashes before quotes': String.raw`{"a":"\\\"","b":"c:\\dir\\"} \\" \ "`,
  'not JSON at all': "'; rm -rf / #\n$(boom)\n'@\n\"@\nEOF\n###\n{{token}} ${1} \\",
};
