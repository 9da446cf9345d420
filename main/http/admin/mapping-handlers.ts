// Mappings and expressions tried, checked and converted; nothing is kept. @see shared/simulator/mapping-routes.ts
import { EXPRESSION_FUNCTIONS } from '../../../shared/simulator/expression/functions.ts';
import type { ExpressionTest } from '../../../shared/simulator/mapping-preview.ts';
import { SOURCE_ATTRIBUTES } from '../../../shared/simulator/source-attributes.ts';
import { mappingOf } from '../../simulator/engine/cycle-context.ts';
import { judgeEntitlement } from '../../simulator/engine/entitlement.ts';
import { readSourceObject, toSourceEntry } from '../../simulator/engine/source-object.ts';
import { DEFAULT_DOMAIN } from '../../simulator/mapping/default-domain.ts';
import { defaultSchema } from '../../simulator/mapping/default-schema.ts';
import { readGraphSchema } from '../../simulator/mapping/graph/read-graph-schema.ts';
import { writeGraphSchema } from '../../simulator/mapping/graph/write-graph-schema.ts';
import { previewMapping } from '../../simulator/mapping/preview-mapping.ts';
import { steadyDraw } from '../../simulator/mapping/steady-draw.ts';
import { testExpression } from '../../simulator/mapping/test-expression.ts';
import { validateSchema } from '../../simulator/mapping/validate-schema.ts';
import type { SourceValue } from '../../simulator/source-entry.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { requireJob } from './job-handlers.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function mappingHandlers(dependencies: AdminAppDependencies) {
  const { virtualClock } = dependencies;
  return {
    listExpressionFunctions: () => ({
      functions: [...EXPRESSION_FUNCTIONS],
      attributes: { User: namesOf('User'), Group: namesOf('Group') },
    }),
    testExpression({ body }) {
      const { expression, objectType, object } = body;
      return testExpression(
        expression,
        object === null ? objectType : typeOf(dependencies, object),
        {
          attributes: valuesFor(dependencies, body),
          now: virtualClock.now().getTime(),
          ...steadyDraw(object?.objectId ?? expression),
          defaultDomain: DEFAULT_DOMAIN,
        },
      );
    },
    getDefaultSchema: () => ({
      schema: defaultSchema(),
      sourceAttributes: { User: [...SOURCE_ATTRIBUTES.User], Group: [...SOURCE_ATTRIBUTES.Group] },
    }),
    validateSchema: ({ body }) => ({ findings: validateSchema(body) }),
    writeGraphSchema: ({ body }) => writeGraphSchema(body),
    readGraphSchema({ body }) {
      const read = readGraphSchema(body);
      if (read !== undefined) return { schema: read.schema, notes: [...read.notes] };
      throw adminFailure(
        'bad-request',
        'The schema has no mapping of User objects, take one that has.',
      );
    },
    previewMapping({ params, body }) {
      const found = findSource(dependencies, { ...params, objectId: body.objectId });
      const { settings } = requireJob(dependencies, params.application);
      return previewMapping({ ...found, settings, now: virtualClock.now() }, body);
    },
  } satisfies Partial<AdminHandlers>;
}

function namesOf(objectType: 'User' | 'Group'): string[] {
  return SOURCE_ATTRIBUTES[objectType].map(({ name }) => name);
}

interface SourceName {
  readonly application: string;
  readonly objectId: string;
}

/** A user or, where no user has that id, a group; `not-found` where nobody has. */
function findSource({ store }: AdminAppDependencies, { application, objectId }: SourceName) {
  const found = store.directory.findApplication(application);
  if (found === undefined)
    throw adminFailure('not-found', `There is no application "${application}".`);
  const source =
    readSourceObject(store.directory, application, { objectType: 'User', objectId }) ??
    readSourceObject(store.directory, application, { objectType: 'Group', objectId });
  if (source === undefined) throw adminFailure('not-found', `The directory has no "${objectId}".`);
  return { application: found, source };
}

function typeOf(dependencies: AdminAppDependencies, name: SourceName): 'User' | 'Group' {
  return findSource(dependencies, name).source.objectType;
}

function valuesFor(
  dependencies: AdminAppDependencies,
  { object, attributes }: ExpressionTest,
): Readonly<Record<string, SourceValue>> {
  if (object === null) return attributes;
  const { application, source } = findSource(dependencies, object);
  const { settings, schema } = requireJob(dependencies, object.application);
  const mapping = mappingOf({ schema: schema ?? defaultSchema() }, source.objectType);
  const { reason } = judgeEntitlement(source, { application, settings, mapping });
  const entry = toSourceEntry(source, { isSoftDeleted: reason !== null, application });
  return { ...entry.attributes, ...attributes };
}
