// JSON that nests so deeply that what reads it by recursion, schemas first of all, would overflow the stack.
import type { NextFunction, Request, Response } from 'express';
import { adminFailure } from './admin-failure.ts';

/** Far more than any document of ours; SCIM itself allows bodies of 64. */
const MAX_DEPTH = 128;

export function refuseDeepBody(request: Request, _response: Response, next: NextFunction): void {
  if (isDeep(request.body)) {
    throw adminFailure('bad-request', `body: more than ${MAX_DEPTH} levels deep`);
  }
  next();
}

/** Level by level, without recursion. */
function isDeep(body: unknown): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; depth <= MAX_DEPTH; depth += 1) {
    level = level.filter(isContainer).flatMap((value): unknown[] => Object.values(value));
    if (level.length === 0) return false;
  }
  return true;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
