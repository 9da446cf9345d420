// The only place of this listener where an error becomes an answer. @see RFC 7644 §3.12
// What is not a ScimError is a fault of ours: it is logged with its stack, and the client learns the request's number.
import type { NextFunction } from 'express';
import { storageFailureOf } from '../../provider/storage-failure.ts';
import { errorBody } from '../../scim/error-body.ts';
import { invalidSyntax, ScimError } from '../../scim/scim-error.ts';
import type { Answer, Exchange, ScimAnswer, ScimAppDependencies, ScimRequest } from './exchange.ts';
import { mediaTypeOf } from './send-scim.ts';

export function errorHandler({ logger }: ScimAppDependencies) {
  // oxlint-disable-next-line eslint/max-params -- Express knows an error handler by its four parameters
  return function errorHandler(
    thrown: unknown,
    request: ScimRequest,
    response: ScimAnswer,
    _next: NextFunction,
  ): void {
    const { exchange } = response.locals;
    if (response.destroyed) return; // the peer went away, and its record is closed
    exchange.stopwatch.endStep(); // the one that failed
    const error = toScimError(thrown, exchange.requestId);
    exchange.error = error;
    exchange.effects = [];
    if (error.internal !== undefined || error.cause !== undefined) {
      const { method } = request;
      logger.error(`${method} failed`, { request: exchange.requestId, error: thrown });
    }
    exchange.answer(errorAnswer(error, exchange));
  };
}

function toScimError(thrown: unknown, requestId: number): ScimError {
  if (thrown instanceof ScimError) return thrown;
  const failure = storageFailureOf(thrown);
  if (failure !== undefined) return failure;
  // Express could not decode a path parameter.
  if (thrown instanceof URIError) return invalidSyntax('The path is not valid percent-encoding');
  const detail = `The server failed at this request; its request log has it as number ${requestId}`;
  return new ScimError({ status: 500, detail, cause: thrown });
}

function errorAnswer(error: ScimError, exchange: Exchange): Answer {
  const { status, headers } = error;
  const body = errorBody(error, exchange.tenant?.profile.errorStatusType ?? 'string');
  return {
    status,
    headers: { 'Content-Type': mediaTypeOf(exchange), ...headers },
    text: JSON.stringify(body),
    json: body,
  };
}
