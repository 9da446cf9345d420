// What the filter box suggests, by where the caret stands.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import {
  readFilterPlace,
  suggestFilter,
} from '../../../renderer/features/resources/filter-completion.ts';
import { readTypeSchemas } from '../../../renderer/features/resources/schema-model.ts';
import { openContext } from '../../support/open-context.ts';
import { listSchemas } from '../../../main/provider/list-tenant-schemas.ts';

const DEPARTMENT = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department';

function suggestionsFor(t: TestContext, text: string, values: readonly string[] = []) {
  const { context } = openContext(t);
  const [user] = readTypeSchemas(listSchemas(context));
  assert.ok(user);
  return suggestFilter(readFilterPlace(text, user), user, values);
}

function labels(t: TestContext, text: string, values: readonly string[] = []): readonly string[] {
  return suggestionsFor(t, text, values).map(({ label }) => label);
}

describe('The filter box suggests', () => {
  test('attributes of the core schema and of extensions, by any part of their path', (t) => {
    assert.deepEqual(labels(t, 'userN'), ['userName']);
    assert.deepEqual(
      suggestionsFor(t, 'title pr and depart').map(({ label, insert }) => [label, insert]),
      [['department', `${DEPARTMENT} `]],
    );
    assert.ok(labels(t, 'not (').includes('emails.value'));
  });

  test('operators that the type of the attribute has', (t) => {
    assert.deepEqual(labels(t, 'active '), ['eq', 'ne', 'pr']);
    assert.deepEqual(labels(t, 'meta.created '), ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'pr']);
    assert.deepEqual(labels(t, 'title s'), ['sw']);
    assert.deepEqual(labels(t, 'emails '), ['pr', '[']);
  });

  test('sub-attributes inside the brackets of a value path, and what may follow them', (t) => {
    assert.deepEqual(labels(t, 'emails[ty'), ['type']);
    assert.deepEqual(labels(t, 'emails[type eq "'), ['work', 'home', 'other']);
    assert.deepEqual(labels(t, 'emails[type eq "work" '), ['and', 'or', ']']);
    assert.deepEqual(labels(t, 'emails[type eq "work"].value c'), ['co']);
  });

  test('values of the schema and of the tenant, quoted, whatever has been typed of them', (t) => {
    assert.deepEqual(labels(t, 'active eq '), ['true', 'false']);
    assert.deepEqual(
      suggestionsFor(t, 'title eq "en', ['Engineer', 'Lead Engineer']).map(({ insert }) => insert),
      ['"Engineer" ', '"Lead Engineer" '],
    );
  });

  test('and, or behind a whole comparison', (t) => {
    assert.deepEqual(labels(t, 'title eq "a and b" '), ['and', 'or']);
    assert.deepEqual(labels(t, 'title pr a'), ['and']);
  });

  test('the place of the word at the caret, which a suggestion takes', (t) => {
    const { context } = openContext(t);
    const [user] = readTypeSchemas(listSchemas(context));
    assert.ok(user);

    const { from, word, expects } = readFilterPlace('title sw "A" and dep', user);

    assert.deepEqual({ from, word, expects }, { from: 17, word: 'dep', expects: 'attribute' });
  });
});
