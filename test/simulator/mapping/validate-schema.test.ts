// What is wrong with the mappings of a job is found before a cycle runs into it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSchema } from '../../../main/simulator/mapping/default-schema.ts';
import { validateSchema } from '../../../main/simulator/mapping/validate-schema.ts';
import { EXPRESSION_FUNCTIONS } from '../../../shared/simulator/expression/functions.ts';
import { checkExpression } from '../../../shared/simulator/expression/check-expression.ts';
import type {
  AttributeMapping,
  ListedAttribute,
  ScopingClause,
  SynchronizationSchema,
} from '../../../shared/simulator/mapping.ts';
import { SOURCE_ATTRIBUTES } from '../../../shared/simulator/source-attributes.ts';

test('The default mappings are right', () => {
  assert.deepEqual(validateSchema(defaultSchema()), []);
});

test('Every example of the catalogue is right but the one that is refused', () => {
  const names = new Set(SOURCE_ATTRIBUTES.User.map(({ name }) => name));
  const wrong = EXPRESSION_FUNCTIONS.filter(
    ({ example }) => checkExpression(example.expression, names).length > 0,
  );

  assert.deepEqual(
    wrong.map(({ name }) => name),
    ['SelectUniqueValue'],
  );
});

type Change = (schema: SynchronizationSchema) => SynchronizationSchema;

/** Changes the mapping of one target of the users. */
function changing(target: string, change: Partial<AttributeMapping>): Change {
  return (schema) => ({
    ...schema,
    users: {
      ...schema.users,
      attributeMappings: schema.users.attributeMappings.map((mapping) =>
        mapping.target === target ? { ...mapping, ...change } : mapping,
      ),
    },
  });
}

function without(target: string): Change {
  return (schema) => ({
    ...schema,
    users: {
      ...schema.users,
      attributeMappings: schema.users.attributeMappings.filter(
        (mapping) => mapping.target !== target,
      ),
    },
  });
}

function filtered(clause: ScopingClause): Change {
  return (schema) => ({
    ...schema,
    users: { ...schema.users, scopingFilters: [{ title: 'One', clauses: [clause] }] },
  });
}

function listed(attribute: Partial<ListedAttribute>): Change {
  return (schema) => {
    const [first] = schema.userTargetAttributes;
    assert.ok(first);
    return {
      ...schema,
      userTargetAttributes: [
        ...schema.userTargetAttributes,
        { ...first, isPrimaryKey: false, isRequired: false, ...attribute },
      ],
    };
  };
}

const expression = (text: string) =>
  ({ type: 'Expression', source: null, expression: text }) as const;

const CASES: readonly (readonly [string, Change, readonly string[]])[] = [
  [
    'no matching attribute',
    changing('userName', { matchingPrecedence: null }),
    ['NoMatchingAttribute'],
  ],
  [
    'a precedence twice',
    changing('externalId', { matchingPrecedence: 1 }),
    ['DuplicateMatchingPrecedence'],
  ],
  [
    'a matching attribute that is constant',
    changing('externalId', { matchingPrecedence: 2, type: 'Constant', constant: 'x' }),
    ['MatchingAttributeNotUsable'],
  ],
  [
    'a required mapping removed',
    without('userName'),
    ['NoMatchingAttribute', 'RequiredMappingMissing'],
  ],
  ['a target twice', changing('title', { target: 'displayName' }), ['DuplicateTarget']],
  ['id mapped', changing('title', { target: 'id' }), ['IdMapped']],
  ['entitlements', changing('title', { target: 'entitlements' }), ['TargetNotSupported']],
  [
    'a path that nobody can write',
    changing('title', { target: 'emails[type eq "work"' }),
    ['TargetPathInvalid'],
  ],
  [
    'a target that is not in the list',
    changing('title', { target: 'nickname2' }),
    ['TargetNotListed'],
  ],
  ['no source', changing('title', { source: null }), ['SourceMissing']],
  ['a source that does not exist', changing('title', { source: 'shoeSize' }), ['SourceNotListed']],
  [
    'an expression that is wrong',
    changing('title', expression('Lower([mail])')),
    ['ExpressionInvalid'],
  ],
  [
    'SelectUniqueValue',
    changing('title', expression('SelectUniqueValue([mail], [surname])')),
    ['ExpressionInvalid'],
  ],
  [
    'a Switch that Entra may clear',
    changing('title', expression('Switch([companyName], "External", "Contoso", "Own")')),
    ['ExpressionWarning'],
  ],
  [
    'the same during object creation only',
    changing('title', {
      ...expression('Switch([companyName], "External", "Contoso", "Own")'),
      apply: 'ObjectAddOnly',
    }),
    [],
  ],
  [
    'a reference from an expression',
    changing(
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
      expression('Append([manager], "")'),
    ),
    ['ReferenceNotDirect'],
  ],
  [
    'roles in a text attribute, twice',
    (schema) =>
      changing(
        'title',
        expression('SingleAppRoleAssignment([appRoleAssignments])'),
      )(
        changing(
          'preferredLanguage',
          expression('AppRoleAssignments([appRoleAssignments])'),
        )(schema),
      ),
    ['RoleFunctionRepeated', 'RoleTargetNotRoles', 'RoleTargetNotRoles'],
  ],
  ['several values into one', changing('title', { source: 'proxyAddresses' }), ['TypeMismatch']],
  [
    'a default value of the wrong type',
    changing('active', { defaultValue: 'maybe' }),
    ['TypeMismatch'],
  ],
  ['nothing that deactivates', without('active'), ['SoftDeleteNotMapped']],
  [
    'users disabled',
    (schema) => ({ ...schema, users: { ...schema.users, enabled: false } }),
    ['UserMappingDisabled'],
  ],
  [
    'a filter on a multi-valued attribute',
    filtered({ attribute: 'proxyAddresses', operator: 'Includes', value: 'x' }),
    ['FilterInvalid'],
  ],
  [
    'a filter on the manager',
    filtered({ attribute: 'manager', operator: 'IS NULL', value: '' }),
    ['FilterInvalid'],
  ],
  [
    'a filter without its value',
    filtered({ attribute: 'mail', operator: 'EQUALS', value: '' }),
    ['FilterInvalid'],
  ],
  [
    'a filter that compares text as number',
    filtered({ attribute: 'mail', operator: 'Greater_Than', value: 'x' }),
    ['FilterInvalid'],
  ],
  [
    'a filter with a broken pattern',
    filtered({ attribute: 'mail', operator: 'REGEX MATCH', value: '(' }),
    ['FilterInvalid'],
  ],
  ['an attribute listed twice', listed({ name: 'TITLE' }), ['AttributeListInvalid']],
  [
    'a reference to nothing',
    listed({ name: 'assistant', type: 'Reference' }),
    ['AttributeListInvalid'],
  ],
  [
    'a custom attribute with several values',
    listed({
      name: 'urn:ietf:params:scim:schemas:extension:Contoso:2.0:User:badge',
      isMultiValued: true,
    }),
    ['AttributeListInvalid'],
  ],
];

describe('Findings', () => {
  for (const [title, change, codes] of CASES) {
    test(title, () => {
      const findings = validateSchema(change(defaultSchema()));

      assert.deepEqual(
        findings.map(({ code }) => code),
        codes,
      );
      for (const { message } of findings) assert.match(message, /^[^\n]+[.?]\)?$/);
    });
  }
});
