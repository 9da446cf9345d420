// Going back to a revision: what it was, who set what, and bringing it back.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { deleteResource } from '../../main/provider/delete-resource.ts';
import { getResource } from '../../main/provider/get-resource.ts';
import { readBlame } from '../../main/provider/read-blame.ts';
import { readHistory } from '../../main/provider/read-history.ts';
import { replaceResource } from '../../main/provider/replace-resource.ts';
import { restoreRevision } from '../../main/provider/restore-revision.ts';
import { readRevisionState } from '../../main/provider/revision-state.ts';
import { ENTERPRISE_USER_URN } from '../../main/scim/schema/urns.ts';
import { findModelByName, groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import type { OperationContext } from '../../main/provider/context.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import {
  bodyOf,
  createGroup,
  createUser,
  EVERYTHING,
  idOf,
  openContext,
} from '../support/open-context.ts';
import { metaOf, patchGroup, patchUser, readGroup, withoutMeta } from './change-resource.ts';

function readUser(context: OperationContext, id: string): JsonObject {
  return bodyOf(getResource(context, modelOf(context), { id, projection: EVERYTHING }));
}

function modelOf({ models }: OperationContext) {
  return findModelByName(models, 'User') ?? userModel;
}

const word = fc.constantFrom('a', 'Ada', 'x.y', 'Zoë', '0');
const change = fc.oneof(
  fc.record({
    op: fc.constant('replace'),
    path: fc.constantFrom('title', 'name.givenName', 'nickName'),
    value: word,
  }),
  fc.record({
    op: fc.constant('remove'),
    path: fc.constantFrom('title', 'name', 'emails', `${ENTERPRISE_USER_URN}:department`),
  }),
  fc.record({
    op: fc.constant('add'),
    path: fc.constant('emails'),
    value: word.map((value) => [
      { value: `${value}@x.example`, type: value === 'a' ? 'home' : 'work' },
    ]),
  }),
  fc.record({
    op: fc.constant('add'),
    path: fc.constant(`${ENTERPRISE_USER_URN}:department`),
    value: word,
  }),
  fc.record({
    op: fc.constant('add'),
    path: fc.constant(`${ENTERPRISE_USER_URN}:manager`),
    value: fc.constant({ value: 'id-1' }),
  }),
  fc.record({ op: fc.constant('replace'), path: fc.constant('active'), value: fc.boolean() }),
);

describe('Restoring a revision', () => {
  test('gives the document of that revision, whatever happened since', (t) => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), fc.nat(), (changes, pick) => {
        const { context } = openContext(t);
        const id = idOf(createUser(context, 'ada', { title: 'CTO' }));
        const documents = new Map([[1, withoutMeta(readUser(context, id))]]);
        for (const one of changes) {
          patchUser(context, id, [one as JsonObject]);
          const now = readUser(context, id);
          documents.set(versionIn(now), withoutMeta(now));
        }
        const versions = [...documents.keys()];
        const version = versions[pick % versions.length] ?? 1;

        const leftOut = restoreRevision(context, modelOf(context), { id, version });

        assert.deepEqual(leftOut, []);
        assert.deepEqual(withoutMeta(readUser(context, id)), documents.get(version));
      }),
      { numRuns: 60 },
    );
  });

  test('is a revision itself, and can be taken back in turn', (t) => {
    const { context } = openContext(t);
    const id = idOf(createUser(context, 'ada', { title: 'CTO' }));
    patchUser(context, id, [{ op: 'replace', path: 'title', value: 'CEO' }]);

    restoreRevision({ ...context, requestId: null }, userModel, { id, version: 1 });
    restoreRevision({ ...context, requestId: null }, userModel, { id, version: 2 });

    assert.equal(readUser(context, id)['title'], 'CEO');
    const { revisions } = readHistory(context, userModel, id);
    assert.deepEqual(
      revisions.map(({ version, action }) => [version, action]),
      [
        [4, 'replace'],
        [3, 'replace'],
        [2, 'patch'],
        [1, 'create'],
      ],
    );
  });

  test('brings a deleted user back with its id, its creation, its groups and a higher version', (t) => {
    const { context } = openContext(t);
    const id = idOf(createUser(context, 'ada', { title: 'CTO' }));
    const group = idOf(createGroup(context, 'Sales', [id, 'other']));
    const before = readUser(context, id);
    deleteResource(context, userModel, id);

    restoreRevision(context, userModel, { id, version: 1 });

    const after = readUser(context, id);
    assert.deepEqual(withoutMeta(after), withoutMeta(before));
    assert.equal(metaOf(after)['created'], metaOf(before)['created']);
    assert.equal(versionIn(after), 3);
    assert.deepEqual(readGroup(context, group)['members'], [
      { value: 'other' },
      { value: id, $ref: metaOf(after)['location'], type: 'User', display: 'ada' },
    ]);
  });

  test('brings back every member of a group, also more than a revision tells', (t) => {
    const { context } = openContext(t);
    const ids = Array.from({ length: 1_500 }, (_, index) => `member-${index}`);
    const id = idOf(createGroup(context, 'Everybody', ids));
    patchGroup(context, id, [{ op: 'remove', path: 'members[value eq "member-7"]' }]);
    deleteResource(context, groupModel, id);

    restoreRevision(context, groupModel, { id, version: 2 });

    const state = readRevisionState(context, groupModel, { id, version: 4 });
    assert.deepEqual(
      state.members.toSorted(),
      ids.filter((member) => member !== 'member-7').toSorted(),
    );
  });

  test('is refused with 409 when somebody else has the userName by now', (t) => {
    const { context } = openContext(t);
    const id = idOf(createUser(context, 'ada'));
    deleteResource(context, userModel, id);
    createUser(context, 'ada');

    assert.throws(() => restoreRevision(context, userModel, { id, version: 1 }), {
      status: 409,
      scimType: 'uniqueness',
    });
  });

  test('is refused for a deletion, and for a version that never was', (t) => {
    const { context } = openContext(t);
    const id = idOf(createUser(context, 'ada'));
    deleteResource(context, userModel, id);

    assert.throws(() => restoreRevision(context, userModel, { id, version: 2 }), { status: 400 });
    assert.throws(() => restoreRevision(context, userModel, { id, version: 9 }), { status: 404 });
  });

  test('says that a password stays as it is', (t) => {
    const { context } = openContext(t);
    const id = idOf(createUser(context, 'ada', { password: 'first secret' }));
    patchUser(context, id, [
      { op: 'replace', path: 'password', value: 'second secret' },
      { op: 'replace', path: 'title', value: 'CTO' },
    ]);

    const leftOut = restoreRevision(context, userModel, { id, version: 1 });

    assert.deepEqual(leftOut, ['password keeps the value that it has now']);
  });
});

describe('Blame', () => {
  test('names the revision that brought each value, element by element', (t) => {
    const { context } = openContext(t);
    const work = { value: 'ada@work.example', type: 'work' };
    const home = { value: 'ada@home.example', type: 'home' };
    const id = idOf(createUser(context, 'ada', { title: 'CTO', emails: [work] }));
    patchUser({ ...context, requestId: 8 }, id, [{ op: 'add', path: 'emails', value: [home] }]);
    patchUser({ ...context, requestId: 9 }, id, [
      { op: 'replace', path: 'name.givenName', value: 'Ada' },
    ]);
    const body = { ...readUser(context, id), title: 'CTO', nickName: 'A' };
    replaceResource({ ...context, requestId: 10 }, modelOf(context), {
      id,
      body,
      projection: EVERYTHING,
    });

    const blame = readBlame(context, modelOf(context), id);

    assert.deepEqual(
      blame.map(({ path, element, requestId }) => [path, element, requestId]),
      [
        ['userName', null, 7],
        ['title', null, 7],
        ['emails', 0, 7],
        ['emails', 1, 8],
        ['name.givenName', null, 9],
        ['nickName', null, 10],
      ],
    );
  });
});

function versionIn(resource: JsonObject): number {
  return Number(/\d+/.exec(JSON.stringify(metaOf(resource)['version']))?.[0]);
}
