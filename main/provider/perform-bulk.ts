// Bulk: many operations in one request, each a transaction of its own, told in the order of the request.
// Operations run in that order too, but one that refers to a bulkId waits until the resource has been made. Resources
// that refer to each other in a circle are made together: each without the references first, then with them.
// @see RFC 7644 §3.7
import type { JsonValue } from '../../shared/scim/json.ts';
import {
  BULK_RESPONSE_URN,
  readBulk,
  type BulkOperation,
  type ReadBulkOperation,
} from '../scim/bulk/read-bulk.ts';
import { findBulkIds, resolveBulkIds, resolveBulkPath } from '../scim/bulk/bulk-ids.ts';
import { findCircles } from '../scim/bulk/find-circles.ts';
import { quote } from '../scim/resource/check-json.ts';
import { conflict, ScimError } from '../scim/scim-error.ts';
import { tellStorageFailures } from './storage-failure.ts';
import { failed, succeeded, type BulkOutcome } from './bulk-outcome.ts';
import { performCircle } from './perform-circle.ts';
import type { OperationContext, ScimResponse } from './context.ts';
import { performWrite } from './perform-write.ts';

/** 200 with what came of each operation, a database that did not take it included. Throws what `readBulk` throws. */
export function performBulk(context: OperationContext, body: JsonValue): ScimResponse {
  const outcomes = runBulk({ ...context, store: tellStorageFailures(context.store) }, body);
  const Operations = outcomes.map(({ told }) => told);
  return { status: 200, body: { schemas: [BULK_RESPONSE_URN], Operations } };
}

/** In the order of the request, without the operations that `failOnErrors` has left undone. */
export function runBulk(context: OperationContext, body: JsonValue): readonly BulkOutcome[] {
  const { operations, failOnErrors } = readBulk(body, context.tenant.profile);
  const run = openRun(context, operations, failOnErrors);
  for (const operation of operations) run.offer(operation);
  run.closeCircles();
  return run.outcomes().toSorted((a, b) => a.operation.index - b.operation.index);
}

/** An operation and the bulkIds that it cannot do without. */
interface Waiting {
  readonly operation: BulkOperation;
  readonly needs: Set<string>;
}

function openRun(
  context: OperationContext,
  operations: readonly ReadBulkOperation[],
  failOnErrors: number,
) {
  const promised = new Set(operations.flatMap((each) => madeId(each) ?? []));
  const made = new Map<string, string>();
  const settled = new Set<string>();
  const waiting = new Map<ReadBulkOperation, Waiting>();
  const waitingFor = new Map<string, Waiting[]>();
  const outcomes: BulkOutcome[] = [];
  let errors = 0;

  /** Carries the operation out, and those that have been waiting for it; or lets it wait. */
  function offer(operation: ReadBulkOperation): void {
    const ids = operation.kind === 'operation' ? neededIds(operation) : [];
    const needs = new Set(ids.filter((id) => promised.has(id) && !settled.has(id)));
    if (operation.kind === 'operation' && needs.size > 0) return park({ operation, needs });
    carryOut([operation]);
  }

  function park(entry: Waiting): void {
    waiting.set(entry.operation, entry);
    for (const id of entry.needs) {
      const others = waitingFor.get(id);
      if (others === undefined) waitingFor.set(id, [entry]);
      else others.push(entry);
    }
  }

  function carryOut(ready: ReadBulkOperation[]): void {
    for (const operation of ready) {
      if (errors >= failOnErrors) return;
      waiting.delete(operation);
      ready.push(...settle(performOne(context, operation, made)));
    }
  }

  /** Keeps the outcome; returns the operations that need wait no longer. */
  function settle(outcome: BulkOutcome): readonly BulkOperation[] {
    outcomes.push(outcome);
    if (outcome.isError) errors += 1;
    const id = madeId(outcome.operation);
    if (id === undefined) return [];
    settled.add(id);
    const released = waitingFor.get(id) ?? [];
    for (const { needs } of released) needs.delete(id);
    return released.filter(({ needs }) => needs.size === 0).map(({ operation }) => operation);
  }

  /** What still waits needs itself by some way round. */
  function closeCircles(): void {
    const byId = new Map([...waiting.values()].flatMap((entry) => idEntry(entry)));
    const needsOf = (id: string) => [...(byId.get(id)?.needs ?? [])];
    for (const circle of findCircles([...byId.keys()], needsOf)) {
      const members = circle.flatMap((id) => stillWaiting(byId.get(id)) ?? []);
      if (members.length === 0 || errors >= failOnErrors) continue;
      for (const member of members) waiting.delete(member);
      const sorted = members.toSorted((a, b) => a.index - b.index);
      const released = performCircle(context, sorted, made).map(settle);
      carryOut(released.flat().filter((operation) => waiting.has(operation)));
    }
  }

  function stillWaiting(entry: Waiting | undefined): BulkOperation | undefined {
    return entry !== undefined && waiting.has(entry.operation) ? entry.operation : undefined;
  }

  return { offer, closeCircles, outcomes: () => outcomes };
}

function performOne(
  context: OperationContext,
  operation: ReadBulkOperation,
  made: Map<string, string>,
): BulkOutcome {
  try {
    if (operation.kind === 'unreadable') throw operation.error;
    const { method, version, bulkId } = operation;
    const { path, body } = resolveOperation(operation, made);
    const precondition = version === undefined ? {} : { ifMatch: version };
    const result = performWrite({ ...context, precondition }, { method, path, body });
    if (method === 'POST' && bulkId !== undefined) made.set(bulkId, result.resourceId);
    return succeeded(operation, result);
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    return failed(context, operation, error);
  }
}

/** Throws `conflict` where a bulkId stands for nothing. @see RFC 7644 §3.7.2 */
function resolveOperation(operation: BulkOperation, made: ReadonlyMap<string, string>) {
  const missing = neededIds(operation).find((id) => !made.has(id));
  if (missing !== undefined) {
    throw conflict(`bulkId ${quote(missing)} stands for no resource: no operation has made it`);
  }
  const resolve = (id: string) => made.get(id);
  const { path, data } = operation;
  return {
    path: resolveBulkPath(path, resolve),
    body: data === undefined ? undefined : resolveBulkIds(data, resolve),
  };
}

function neededIds({ path, data }: BulkOperation): readonly string[] {
  return [...findBulkIds(path), ...findBulkIds(data)];
}

/** The bulkId that other operations may refer to. */
function madeId(operation: ReadBulkOperation): string | undefined {
  return operation.method === 'POST' ? operation.bulkId : undefined;
}

function idEntry(entry: Waiting): readonly (readonly [string, Waiting])[] {
  const id = madeId(entry.operation);
  return id === undefined ? [] : [[id, entry]];
}
