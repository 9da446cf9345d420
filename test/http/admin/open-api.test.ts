// The OpenAPI document says what the admin API is: all of its routes, in a form that a validator of the standard takes.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { adminRoutes } from '../../../shared/admin/routes.ts';
import { streamRoutes } from '../../../shared/admin/stream-routes.ts';
import { openApiDocument } from '../../../shared/admin/open-api.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import { startTenant } from '../../support/start-tenant.ts';

const document = openApiDocument({ version: '1.2.3', url: 'http://127.0.0.1:1' });

describe('The OpenAPI document', () => {
  test('is valid OpenAPI 3.1, its references resolved', async () => {
    const validator = new Validator();

    const { valid, errors } = await validator.validate(structuredClone(document));
    validator.resolveRefs();

    assert.equal(valid, true, JSON.stringify(errors));
    assert.equal(validator.version, '3.1');
  });

  test('refers to nothing that it does not hold', () => {
    const targets = findReferences(document);

    const missing = targets.filter((target) => follow(document, target) === undefined);

    assert.notEqual(targets.length, 0);
    assert.deepEqual(missing, []);
  });

  test('has every route, with a summary and an id of its own', () => {
    const operations = operationsOf(document);

    const names = [...Object.keys(adminRoutes), ...Object.keys(streamRoutes)];
    assert.deepEqual(
      new Set(operations.map(({ operationId }) => operationId)),
      new Set<unknown>(names),
    );
    assert.equal(operations.length, names.length);
    for (const { operationId, summary } of operations) {
      assert.match(textOf(summary), /^[A-Z][\w -]+$/, textOf(operationId));
    }
  });

  test('names every parameter of a path', () => {
    for (const [path, methods] of Object.entries(objectAt(document, 'paths'))) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of isJsonObject(methods) ? Object.values(methods) : []) {
        const named = parametersOf(operation).filter((each) => each['in'] === 'path');
        assert.deepEqual(
          named.map(({ name }) => name),
          wanted,
          path,
        );
      }
    }
  });

  test('tells what a route takes and answers', () => {
    const wait = operationsOf(document).find(({ operationId }) => operationId === 'countRequests');

    assert.deepEqual(wait, {
      operationId: 'countRequests',
      summary: 'Count requests',
      tags: ['verify'],
      parameters: [{ name: 'tenant', in: 'path', required: true, schema: { type: 'string' } }],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/CountRequestsBody' } },
        },
      },
      responses: {
        200: {
          description: 'Done.',
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/CountRequestsResponse' } },
          },
        },
        default: { $ref: '#/components/responses/Failed' },
      },
    });
  });

  test('is served to who has the key', async (t) => {
    const tenant = await startTenant({}, t);

    const served = await tenant.callAdmin('GET', '/api/openapi.json');
    const refused = await tenant.callAdmin('GET', '/api/openapi.json', {
      headers: { Authorization: '' },
    });

    assert.deepEqual([served.status, refused.status], [200, 401]);
    assert.ok(isJsonObject(served.body));
    assert.deepEqual(served.body['servers'], [{ url: tenant.adminUrl }]);
  });
});

function textOf(value: JsonValue | undefined): string {
  assert.ok(typeof value === 'string');
  return value;
}

function operationsOf(root: JsonObject): JsonObject[] {
  return Object.values(objectAt(root, 'paths'))
    .filter(isJsonObject)
    .flatMap((methods) => Object.values(methods).filter(isJsonObject));
}

function parametersOf(operation: JsonValue): JsonObject[] {
  const parameters = isJsonObject(operation) ? operation['parameters'] : undefined;
  return isJsonArray(parameters) ? parameters.filter(isJsonObject) : [];
}

function objectAt(root: JsonObject, name: string): JsonObject {
  const held = root[name];
  assert.ok(isJsonObject(held));
  return held;
}

function findReferences(value: JsonValue): string[] {
  if (isJsonArray(value)) return value.flatMap(findReferences);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, held]) =>
    name === '$ref' ? [textOf(held)] : findReferences(held),
  );
}

function follow(root: JsonValue, target: string): JsonValue | undefined {
  const steps = target.split('/').slice(1);
  return steps.reduce<JsonValue | undefined>(
    (held, step) => (isJsonObject(held) ? held[step] : undefined),
    root,
  );
}
