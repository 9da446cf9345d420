// Runs one provider operation for a request: opens its context, announces what it changed, sends its answer.
import type { Effect } from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { invariant } from '../../base/assert.ts';
import { announceEffects } from '../../provider/announce-effects.ts';
import type { OperationContext, Precondition, ScimResponse } from '../../provider/context.ts';
import { modelsOf } from '../../provider/models-of.ts';
import type {
  Exchange,
  ScimAnswer,
  ScimAppDependencies,
  ScimHandler,
  ScimRequest,
} from './exchange.ts';
import { parseBody } from './parse-body.ts';
import { publicBaseUrl } from './public-base-url.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import type { QueryPair } from './read-target.ts';
import { sendScim } from './send-scim.ts';

export interface OperationInput {
  /** From the path, decoded; empty on a collection. */
  readonly id: string;
  readonly query: readonly QueryPair[];
  /** The body as JSON, of `maxBytes` or what the profile allows; throws what parseBody throws. */
  readonly readBody: (maxBytes?: number) => JsonValue;
}

/** The body as JSON, which the record then has too. Throws what parseBody throws. */
export function readBody(request: ScimRequest, exchange: Exchange, maxBytes?: number): JsonValue {
  const { tenant, body } = exchange;
  invariant(tenant !== null, 'the tenant was found before');
  const { maxBodyBytes, requestMediaTypes } = tenant.profile;
  const rules = { maxBodyBytes: maxBytes ?? maxBodyBytes, requestMediaTypes };
  const startedMs = performance.now();
  exchange.json = parseBody(request, body, rules);
  exchange.stopwatch.spend('parse', performance.now() - startedMs);
  return exchange.json;
}

/** @see RFC 7644 §3.14 */
export function readPrecondition(request: ScimRequest): Precondition {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
  return { ifMatch, ifNoneMatch };
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
      exchange.stopwatch.endStep(); // routed
      store.takeCommitMs();
      const effects: Effect[] = [];
      const reportEffect = (effect: Effect) => void effects.push(effect);
      const result = operation(
        {
          store,
          tenant,
          models: modelsOf(store, tenant),
          clock,
          newId,
          baseUrl: publicBaseUrl(request, tenant),
          requestId,
          reportEffect,
          caller: exchange.caller,
          precondition: readPrecondition(request),
        },
        {
          id: request.params['id'] ?? '',
          query: exchange.target.query,
          readBody: (maxBytes) => readBody(request, exchange, maxBytes),
        },
      );
      exchange.effects = effects;
      exchange.stopwatch.spend('commit', store.takeCommitMs());
      announceEffects(feed, tenant.slug, effects);
      sendScim(exchange, result);
    };
}
