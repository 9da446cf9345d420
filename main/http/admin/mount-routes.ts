// Mounts the route table of shared/admin: for each route, parses params, query and body by its schemas and calls the
// handler with what they say.
import express, { Router, type Request, type Response } from 'express';
import type { z } from 'zod';
import {
  adminRoutes,
  type ParsedInput,
  type RouteName,
  type RouteOutput,
} from '../../../shared/admin/routes.ts';
import { adminFailure, type Issues } from './admin-failure.ts';
import type { WatchCalls } from '../../scenarios/recorder/watch-call.ts';
import { refuseDeepBody } from './refuse-deep-body.ts';

export type AdminHandler<Name extends RouteName> = (
  input: ParsedInput<Name>,
) => RouteOutput<Name> | Promise<RouteOutput<Name>>;

export type AdminHandlers = { readonly [Name in RouteName]: AdminHandler<Name> };

const MAX_BODY = '10mb';

/** The table's paths begin with it, and the router is mounted there. */
const BASE = '/api';

/**
 * Every call goes through `watch`. A path that the table does not know is `not-found`, a known one with another method
 * `method-not-allowed`.
 */
export function mountRoutes(handlers: AdminHandlers, watch: WatchCalls): Router {
  const router = Router();
  router.use(express.json({ limit: MAX_BODY }), refuseDeepBody);
  for (const name of Object.keys(adminRoutes).filter(isRouteName)) {
    mountRoute(router, name, { handler: handlers[name], watch });
  }
  for (const { path } of Object.values(adminRoutes)) router.all(below(path), refuseMethod);
  router.use(refusePath);
  return router;
}

function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(adminRoutes, name);
}

function mountRoute<Name extends RouteName>(
  router: Router,
  name: Name,
  { handler, watch }: { readonly handler: AdminHandler<Name>; readonly watch: WatchCalls },
): void {
  const { method, path, params, query, body } = adminRoutes[name];
  router[METHODS[method]](below(path), async function serve(request: Request, response: Response) {
    const parsed = {
      params: parse<unknown>(params, 'path', request.params),
      query: parse<unknown>(query, 'query', request.query),
      body: parse<unknown>(body, 'body', hasNoBody(request) ? undefined : request.body),
    };
    // The schemas are those of this very name; TypeScript cannot follow that through a generic index.
    const input = parsed as ParsedInput<Name>;
    response.json(await watch({ name, input }, () => handler(input)));
  });
}

/** Some clients name a media type for a body that they do not send. */
function hasNoBody(request: Request): boolean {
  return request.get('content-length') === '0';
}

const METHODS = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
} as const;

function below(path: string): string {
  return path.slice(BASE.length);
}

/** Throws `bad-request` naming what is wrong. */
export function parse<Parsed>(schema: z.ZodType<Parsed>, part: string, value: unknown): Parsed {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = describeIssues(part, result.error);
  const [first] = issues;
  throw adminFailure('bad-request', `${first?.path}: ${first?.message}`, issues);
}

function describeIssues(part: string, error: z.ZodError): NonNullable<Issues> {
  return error.issues.map(({ path, message }) => ({ path: [part, ...path].join('.'), message }));
}

function refuseMethod(request: Request): void {
  const message = `${request.method} is not a method of ${BASE}${request.path}.`;
  throw adminFailure('method-not-allowed', message);
}

function refusePath(request: Request): void {
  throw adminFailure('not-found', `The admin API has no ${BASE}${request.path}.`);
}
