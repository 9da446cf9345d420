// Migrations from every schema that was released, and a file from the future.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import SQLite, { type Database } from 'better-sqlite3';
import { LATEST_VERSION, migrate } from '../../main/store/migrate.ts';
import { initial } from '../../main/store/migrations/0001-initial.ts';

/** How a file of each schema version came to be; version 0 is a new file. */
const RELEASED: readonly ((db: Database) => void)[] = [
  () => undefined,
  (db) => {
    db.exec(initial.sql);
    db.pragma('user_version = 1');
    db.pragma('application_id = 1396919636');
    db.exec(`insert into tenants (slug, name, profile, secret_token, created)
      values ('default', 'My SCIM app', '{}', 'secret', '2026-01-01T00:00:00.000Z')`);
    db.exec(`insert into resources (tenant_id, resource_type, id, document, user_name_key, version, created, last_modified)
      values
        (1, 'User', 'u1', '{"userName":"Ada"}', 'ada', 3, '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
        (1, 'Group', 'g1', '{"displayName":"Crew"}', null, 1, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')`);
    db.exec(`insert into members (tenant_id, group_key, member_id) values (1, 2, 'u1')`);
  },
];

describe('migrate', () => {
  for (const [version, build] of RELEASED.entries()) {
    test(`brings schema ${version} to the newest and keeps its rows`, () => {
      const db = new SQLite(':memory:');
      build(db);

      migrate(db);
      migrate(db);

      assert.deepEqual(
        {
          version: db.pragma('user_version', { simple: true }),
          schema: readSchema(db),
          tenants: db.prepare('select slug from tenants').pluck().all(),
          resources: db.prepare('select id, document, version from resources').raw().all(),
          members: db.prepare('select group_key, member_id from members').raw().all(),
        },
        {
          version: LATEST_VERSION,
          schema: readSchema(newest()),
          tenants: version === 0 ? [] : ['default'],
          resources:
            version === 0
              ? []
              : [
                  ['u1', '{"userName":"Ada"}', 3],
                  ['g1', '{"displayName":"Crew"}', 1],
                ],
          members: version === 0 ? [] : [[2, 'u1']],
        },
      );
    });
  }

  test('makes the secret token of each tenant the first of its tokens', () => {
    const db = new SQLite(':memory:');
    RELEASED[1]?.(db);

    migrate(db);

    assert.deepEqual(db.prepare('select name, secret, scope, created, expires from tokens').all(), [
      {
        name: 'Secret Token',
        secret: 'secret',
        scope: 'full',
        created: '2026-01-01T00:00:00.000Z',
        expires: null,
      },
    ]);
  });

  test('counts the active users that each revision made or took', () => {
    const db = new SQLite(':memory:');
    RELEASED[1]?.(db);
    const insert = db.prepare(`
      insert into resource_history (tenant_id, resource_type, resource_id, version, at, action, changes)
      values (1, ?, 'u', 1, '2026-01-01T00:00:00.000Z', ?, ?)`);
    const active = (change: object) => JSON.stringify([{ path: 'active', ...change }]);
    const revisions = [
      ['User', 'create', '[{"path":"userName","kind":"added","after":"ada"}]', 1],
      ['User', 'create', active({ kind: 'added', after: false }), 0],
      ['User', 'patch', active({ kind: 'changed', before: true, after: false }), -1],
      ['User', 'patch', active({ kind: 'added', after: false }), -1],
      ['User', 'replace', active({ kind: 'removed', before: false }), 1],
      ['User', 'patch', '[{"path":"title","kind":"added","after":"active"}]', 0],
      ['User', 'delete', '[]', -1],
      ['User', 'delete', active({ kind: 'removed', before: false }), 0],
      ['Group', 'create', '[]', 0],
    ] as const;
    for (const [type, action, changes] of revisions) insert.run(type, action, changes);

    migrate(db);

    const counted = db.prepare('select net_active from resource_history order by key').pluck();
    assert.deepEqual(
      counted.all(),
      revisions.map(([, , , netActive]) => netActive),
    );
  });

  test('has a case for a new file and for every released schema', () => {
    assert.equal(RELEASED.length, 2);
  });

  test('refuses a file that a newer version wrote, and leaves it as it is', () => {
    const db = newest();
    db.pragma(`user_version = ${LATEST_VERSION + 1}`);

    assert.throws(() => migrate(db), { code: 'newer', message: /newer version of this app/ });
    assert.equal(db.pragma('user_version', { simple: true }), LATEST_VERSION + 1);
  });
});

function newest(): Database {
  const db = new SQLite(':memory:');
  migrate(db);
  return db;
}

function readSchema(db: Database): unknown {
  return db.prepare('select type, name, sql from sqlite_schema order by type, name').all();
}
