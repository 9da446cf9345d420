// The endpoints by which a service provider describes itself. They take no parameters: a filter is refused, the rest
// ignored. @see RFC 7644 §4
import type { Router } from 'express';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { invariant } from '../../base/assert.ts';
import { authenticationSchemes } from '../../provider/authentication-schemes.ts';
import { modelsOf } from '../../provider/models-of.ts';
import {
  resourceTypeDocument,
  resourceTypeDocuments,
} from '../../scim/discovery/resource-type-documents.ts';
import { schemaDocument, schemaDocuments } from '../../scim/discovery/schema-documents.ts';
import {
  serviceProviderConfig,
  type DiscoveryOptions,
} from '../../scim/discovery/service-provider-config.ts';
import { forbidden, notFound } from '../../scim/scim-error.ts';
import type { ScimAnswer, ScimAppDependencies, ScimHandler, ScimRequest } from './exchange.ts';
import { publicBaseUrl } from './public-base-url.ts';
import { queryValue } from './read-target.ts';
import { refuseMethod } from './refuse.ts';
import { sendScim } from './send-scim.ts';

type Describe = (options: DiscoveryOptions, id: string) => JsonObject;

export function mountDiscovery(router: Router, dependencies: ScimAppDependencies): void {
  const documents: readonly (readonly [path: string, describe: Describe])[] = [
    ['/ServiceProviderConfig', serviceProviderConfig],
    // Microsoft's Postman collection reads it by this name.
    ['/serviceConfiguration', serviceConfiguration],
    ['/ResourceTypes', resourceTypeDocuments],
    ['/ResourceTypes/:id', (options, id) => resourceTypeDocument(id, options)],
    ['/Schemas', schemaDocuments],
    ['/Schemas/:id', (options, id) => schemaDocument(id, options)],
  ];
  for (const [path, describe] of documents) {
    router
      .route(path)
      .get(sendDocument(dependencies, describe))
      .all(refuseMethod(['GET', 'HEAD', 'OPTIONS']));
  }
}

function serviceConfiguration(options: DiscoveryOptions): JsonObject {
  if (options.profile.aliasServiceConfiguration) return serviceProviderConfig(options);
  throw notFound('Path "/serviceConfiguration"');
}

function sendDocument({ store }: ScimAppDependencies, describe: Describe): ScimHandler {
  return function sendDocument(request: ScimRequest, response: ScimAnswer): void {
    const { exchange } = response.locals;
    const { tenant, target } = exchange;
    invariant(tenant !== null, 'the tenant was found before');
    if (queryValue(target.query, 'filter') !== undefined) {
      throw forbidden(`${target.path ?? ''} cannot be filtered`);
    }
    const options = {
      baseUrl: publicBaseUrl(request, tenant),
      models: modelsOf(store, tenant),
      profile: tenant.profile,
      authenticationSchemes: authenticationSchemes(store, tenant),
    };
    sendScim(exchange, { status: 200, body: describe(options, request.params['id'] ?? '') });
  };
}
