// What is accepted of a request before its body means anything: URL, media type, credentials.
import type { SwitchTable } from '../switch-types.ts';

export const transportSwitches = {
  acceptTrailingSlashes: {
    title: 'Accept extra slashes',
    sentence: 'Reads /Users/ and //Users as /Users; otherwise they lead nowhere.',
    source: 'RFC 7644 §3.2; Microsoft: SCIM Postman collection',
    seenIn: "Microsoft's Postman collection asks for /Users/?filter=",
    kind: 'boolean',
    default: true,
  },
  aliasServiceConfiguration: {
    title: '/serviceConfiguration',
    sentence: 'Serves ServiceProviderConfig under the older name /serviceConfiguration too.',
    source: 'RFC 7644 §4; Microsoft: SCIM Postman collection',
    seenIn: "Microsoft's Postman collection reads it",
    kind: 'boolean',
    default: true,
  },
  requestMediaTypes: {
    title: 'Media types of bodies',
    sentence: 'Which Content-Types a body may have.',
    source: 'RFC 7644 §3.1 and §3.8',
    seenIn: 'Servers that know application/scim+json only refuse others with 415',
    kind: 'choice',
    choices: [
      { value: 'json-and-scim', label: 'application/scim+json and application/json' },
      { value: 'scim-only', label: 'application/scim+json' },
    ],
    default: 'json-and-scim',
  },
  anonymousDiscovery: {
    title: 'Discovery without a token',
    sentence: 'Serves ServiceProviderConfig, ResourceTypes and Schemas to anybody.',
    source: 'RFC 7644 §4',
    seenIn: 'Allowed by the RFC; servers differ',
    kind: 'boolean',
    default: false,
  },
  basicAuth: {
    title: 'HTTP Basic',
    sentence: 'Accepts a token of the tenant as the password of HTTP Basic.',
    source: 'RFC 7617, RFC 7644 §2',
    seenIn: 'Okta and Ping offer it; Entra never for new applications',
    kind: 'boolean',
    default: false,
  },
} as const satisfies SwitchTable;
