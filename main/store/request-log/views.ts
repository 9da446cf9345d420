// Saved views of the Requests list.
import type { Database } from 'better-sqlite3';
import { RequestViewSetting, type RequestView } from '../../../shared/admin/request-log-changes.ts';
import { foldCase } from '../../scim/fold-case.ts';
import { readJson } from '../stored-json.ts';

interface ViewRow {
  readonly id: number;
  readonly setting: string;
}

export function createRequestViewStore(db: Database) {
  const statements = prepareStatements(db);

  function list(): RequestView[] {
    return statements.list.all().map(toView);
  }

  function find(id: number): RequestView | undefined {
    const row = statements.find.get(id);
    return row && toView(row);
  }

  /** Whether another view has that name. */
  function isTaken(name: string, exceptId?: number): boolean {
    const id = statements.findName.get(foldCase(name));
    return id !== undefined && id !== exceptId;
  }

  function create(setting: RequestViewSetting): RequestView {
    const { lastInsertRowid } = statements.insert.run(toRow(setting));
    return { id: Number(lastInsertRowid), ...setting };
  }

  function replace(id: number, setting: RequestViewSetting): RequestView {
    statements.update.run({ id, ...toRow(setting) });
    return { id, ...setting };
  }

  /** Whether there was one. */
  function remove(id: number): boolean {
    return statements.remove.run(id).changes > 0;
  }

  return { list, find, isTaken, create, replace, remove };
}

function toRow(setting: RequestViewSetting) {
  const { name } = setting;
  return { name, nameKey: foldCase(name), setting: JSON.stringify(setting) };
}

function toView({ id, setting }: ViewRow): RequestView {
  return { id, ...RequestViewSetting.parse(readJson(setting)) };
}

function prepareStatements(db: Database) {
  return {
    list: db.prepare<[], ViewRow>('select id, setting from request_views order by name_key'),
    find: db.prepare<[number], ViewRow>('select id, setting from request_views where id = ?'),
    findName: db
      .prepare<[string], number>('select id from request_views where name_key = ?')
      .pluck(),
    insert: db.prepare<[object]>(
      'insert into request_views (name, name_key, setting) values (:name, :nameKey, :setting)',
    ),
    update: db.prepare<[object]>(`
      update request_views set name = :name, name_key = :nameKey, setting = :setting
      where id = :id`),
    remove: db.prepare<[number]>('delete from request_views where id = ?'),
  };
}
