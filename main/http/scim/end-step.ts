// In the list of the middleware, behind a step whose time is measured. @see ./stopwatch.ts
import type { ScimAnswer, ScimRequest } from './exchange.ts';

export function endStep(_request: ScimRequest, response: ScimAnswer, next: () => void): void {
  response.locals.exchange.stopwatch.endStep();
  next();
}
