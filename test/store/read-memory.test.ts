import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import SQLite from 'better-sqlite3';
import { createReadMemory } from '../../main/store/read-memory.ts';

function openColours() {
  const db = new SQLite(':memory:');
  db.pragma('foreign_keys = on');
  db.exec(`
    create table palettes (id integer primary key) strict;
    create table colours (
      id integer primary key,
      palette integer references palettes (id) on delete cascade,
      name text not null) strict;
    insert into palettes values (1);
    insert into colours values (1, 1, 'red')`);
  const find = db.prepare<[number], string>('select name from colours where id = ?').pluck();
  let reads = 0;
  const { remember } = createReadMemory(db);
  const nameOf = remember(['colours'], (id: number) => {
    reads += 1;
    return find.get(id);
  });
  return { db, nameOf, readsOf: () => reads };
}

describe('What is remembered of rarely written tables', () => {
  test('is read once, also that there is nothing', () => {
    const { nameOf, readsOf } = openColours();
    assert.deepEqual(
      [nameOf(1), nameOf(1), nameOf(2), nameOf(2)],
      ['red', 'red', undefined, undefined],
    );
    assert.equal(readsOf(), 2);
  });

  const writes = {
    insert: "insert into colours values (2, 1, 'blue')",
    update: "update colours set name = 'blue' where id = 1",
    upsert:
      "insert into colours values (1, 1, 'blue') on conflict do update set name = excluded.name",
    replace: "replace into colours values (1, 1, 'blue')",
    'delete of all': 'delete from colours',
    cascade: 'delete from palettes',
  };
  for (const [name, sql] of Object.entries(writes)) {
    test(`is read anew after ${name}`, () => {
      const { db, nameOf } = openColours();
      const find = db.prepare<[number], string>('select name from colours where id = ?').pluck();
      nameOf(1);
      nameOf(2);
      db.exec(sql);
      assert.deepEqual([nameOf(1), nameOf(2)], [find.get(1), find.get(2)]);
    });
  }

  test('stays through a transaction that writes elsewhere', () => {
    const { db, nameOf, readsOf } = openColours();
    nameOf(1);
    db.transaction(() => {
      db.exec('insert into palettes values (2)');
      nameOf(1);
    })();
    nameOf(1);
    assert.equal(readsOf(), 1);
  });

  test('never holds what was rolled back', () => {
    const { db, nameOf } = openColours();
    nameOf(1);
    const change = db.transaction(() => {
      db.exec("update colours set name = 'blue'");
      assert.equal(nameOf(1), 'blue');
      throw new Error('not this time');
    });
    assert.throws(change, /not this time/);
    assert.equal(nameOf(1), 'red');
  });

  test('never holds what a savepoint has taken back', () => {
    const { db, nameOf } = openColours();
    nameOf(1);
    const inner = db.transaction(() => {
      db.exec("update colours set name = 'blue'");
      assert.equal(nameOf(1), 'blue');
      throw new Error('not this time');
    });
    db.transaction(() => {
      assert.throws(inner, /not this time/);
      assert.equal(nameOf(1), 'red');
    })();
    assert.equal(nameOf(1), 'red');
  });

  test('is not begun within a transaction, which might take it back', () => {
    const { db, nameOf } = openColours();
    const change = db.transaction(() => {
      db.exec("update colours set name = 'blue'");
      assert.equal(nameOf(1), 'blue');
      throw new Error('not this time');
    });
    assert.throws(change, /not this time/);
    assert.equal(nameOf(1), 'red');
    db.exec("update colours set name = 'green'");
    assert.equal(nameOf(1), 'green');
  });

  test('takes any number of keys', () => {
    const { nameOf, readsOf } = openColours();
    for (let id = 1; id <= 2_000; id += 1) nameOf(id);
    assert.equal(nameOf(1), 'red');
    assert.ok(readsOf() > 2_000);
  });
});
