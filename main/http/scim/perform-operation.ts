// Runs one provider operation for a request: opens its context, announces what it changed, sends its answer.
import type { Effect } from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { invariant } from '../../base/assert.ts';
import { announceEffects } from '../../provider/announce-effects.ts';
import type { OperationContext, ScimResponse } from '../../provider/context.ts';
import { modelsOf } from '../../provider/models-of.ts';
import type { ScimAnswer, ScimAppDependencies, ScimHandler, ScimRequest } from './exchange.ts';
import { parseBody } from './parse-body.ts';
import { publicBaseUrl } from './public-base-url.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import type { QueryPair } from './read-target.ts';
import { sendScim } from './send-scim.ts';

export interface OperationInput {
  /** From the path, decoded; empty on a collection. */
  readonly id: string;
  readonly query: readonly QueryPair[];
  /** The body as JSON; throws what parseBody throws. */
  readonly readBody: () => JsonValue;
}

type Operation = (context: OperationContext, input: OperationInput) => ScimResponse;

type TypeOperation = (
  context: OperationContext,
  model: ResourceModel,
  input: OperationInput,
) => ScimResponse;

/** The same for an operation on resources of one type: that of the endpoint. */
export function performOnType(dependencies: ScimAppDependencies) {
  const perform = performOperation(dependencies);
  return (operation: TypeOperation): ScimHandler =>
    function performOnType(request: ScimRequest, response: ScimAnswer, next): void {
      const { model } = response.locals.exchange;
      invariant(model !== null, 'the endpoint was found before');
      void perform((context, input) => operation(context, model, input))(request, response, next);
    };
}

export function performOperation(dependencies: ScimAppDependencies) {
  const { store, clock, newId, feed } = dependencies;
  return (operation: Operation): ScimHandler =>
    function perform(request: ScimRequest, response: ScimAnswer): void {
      const { exchange } = response.locals;
      const { tenant, requestId } = exchange;
      invariant(tenant !== null, 'the tenant was found before');
      const effects: Effect[] = [];
      const reportEffect = (effect: Effect) => void effects.push(effect);
      const baseUrl = publicBaseUrl(request, tenant);
      const models = modelsOf(store, tenant);
      const result = operation(
        { store, tenant, models, clock, newId, baseUrl, requestId, reportEffect },
        {
          id: request.params['id'] ?? '',
          query: exchange.target.query,
          readBody: () => (exchange.json = parseBody(request, exchange.body, tenant.profile)),
        },
      );
      exchange.effects = effects;
      announceEffects(feed, tenant.slug, effects);
      sendScim(exchange, result);
    };
}
