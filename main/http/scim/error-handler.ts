// The only place of this listener where an error becomes an answer. @see RFC 7644 §3.12
// What is not a ScimError is a fault of ours: it is logged with its stack, and the client learns the request's number.
import type { NextFunction } from 'express';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { invalidSyntax, ScimError } from '../../scim/scim-error.ts';
import type { Answer, ScimAnswer, ScimAppDependencies, ScimRequest } from './exchange.ts';
import { SCIM_MEDIA_TYPE } from './send-scim.ts';

const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';

export function errorHandler({ logger }: ScimAppDependencies) {
  // Express knows an error handler by its four parameters.
  // oxlint-disable-next-line eslint/max-params
  return function errorHandler(
    thrown: unknown,
    request: ScimRequest,
    response: ScimAnswer,
    _next: NextFunction,
  ): void {
    const { exchange } = response.locals;
    if (response.destroyed) return; // the peer went away, and its record is closed
    const error = toScimError(thrown, exchange.requestId);
    exchange.error = error;
    exchange.effects = [];
    if (error.internal !== undefined || error.status === 500) {
      const { method } = request;
      logger.error(`${method} failed`, { request: exchange.requestId, error: thrown });
    }
    exchange.answer(errorAnswer(error));
  };
}

function toScimError(thrown: unknown, requestId: number): ScimError {
  if (thrown instanceof ScimError) return thrown;
  // Express could not decode a path parameter.
  if (thrown instanceof URIError) return invalidSyntax('The path is not valid percent-encoding');
  const detail = `The server failed at this request; its request log has it as number ${requestId}`;
  return new ScimError({ status: 500, detail, cause: thrown });
}

function errorAnswer({ status, scimType, detail, headers }: ScimError): Answer {
  const body: JsonObject = {
    schemas: [ERROR_SCHEMA],
    status: String(status),
    ...(scimType !== undefined && { scimType }),
    detail,
  };
  return {
    status,
    headers: { 'Content-Type': SCIM_MEDIA_TYPE, ...headers },
    text: JSON.stringify(body),
    json: body,
  };
}
