// Requests written in Compose: those that are kept by name, and the newest that were sent.
import type { Database } from 'better-sqlite3';
import {
  ComposedRequest,
  type ComposeHistoryEntry,
  type SavedRequest,
  type SavedRequestSetting,
} from '../../shared/admin/compose.ts';
import { stripSecrets } from '../../shared/compose/strip-secrets.ts';
import { readJson } from './stored-json.ts';

interface SavedRow {
  readonly id: number;
  readonly name: string;
  readonly request: string;
  readonly keepsSecrets: number;
  readonly savedAt: string;
}

interface SentRow extends Omit<ComposeHistoryEntry, 'request'> {
  readonly request: string;
}

export type ComposedRequestStore = ReturnType<typeof createComposedRequestStore>;

const KEPT = 200;

export function createComposedRequestStore(db: Database) {
  const statements = prepareStatements(db);

  /** By name. */
  function listSaved(): SavedRequest[] {
    return statements.saved.all().map(toSaved);
  }

  function save(setting: SavedRequestSetting, savedAt: string): SavedRequest {
    const { lastInsertRowid } = statements.insertSaved.run(toSavedRow(setting, savedAt));
    return { ...keep(setting), id: Number(lastInsertRowid), savedAt };
  }

  /** Undefined when there is none of this id. */
  function replace(
    id: number,
    setting: SavedRequestSetting,
    savedAt: string,
  ): SavedRequest | undefined {
    const { changes } = statements.updateSaved.run({ id, ...toSavedRow(setting, savedAt) });
    return changes === 0 ? undefined : { ...keep(setting), id, savedAt };
  }

  /** Whether there was one. */
  function remove(id: number): boolean {
    return statements.deleteSaved.run(id).changes > 0;
  }

  /** Newest first. */
  function listSent(): ComposeHistoryEntry[] {
    return statements.sent.all().map(toSent);
  }

  function noteSent(entry: Omit<ComposeHistoryEntry, 'id'>): void {
    const request = JSON.stringify(stripSecrets(entry.request));
    const { lastInsertRowid } = statements.insertSent.run({ ...entry, request });
    statements.pruneSent.run(Number(lastInsertRowid) - KEPT);
  }

  function clearSent(): void {
    statements.clearSent.run();
  }

  return { listSaved, save, replace, remove, listSent, noteSent, clearSent };
}

function prepareStatements(db: Database) {
  return {
    saved: db.prepare<[], SavedRow>(`
      select id, name, request, keeps_secrets as keepsSecrets, saved_at as savedAt
      from saved_requests
      order by name collate nocase, id`),
    insertSaved: db.prepare<[object]>(`
      insert into saved_requests (name, request, keeps_secrets, saved_at)
      values (:name, :request, :keepsSecrets, :savedAt)`),
    updateSaved: db.prepare<[object]>(`
      update saved_requests
      set name = :name, request = :request, keeps_secrets = :keepsSecrets, saved_at = :savedAt
      where id = :id`),
    deleteSaved: db.prepare<[number]>('delete from saved_requests where id = ?'),
    sent: db.prepare<[], SentRow>(`
      select id, at, request, status, duration_ms as durationMs, request_id as requestId
      from sent_requests
      order by id desc`),
    insertSent: db.prepare<[object]>(`
      insert into sent_requests (at, request, status, duration_ms, request_id)
      values (:at, :request, :status, :durationMs, :requestId)`),
    pruneSent: db.prepare<[number]>('delete from sent_requests where id <= ?'),
    clearSent: db.prepare('delete from sent_requests'),
  };
}

function keep(setting: SavedRequestSetting): SavedRequestSetting {
  const { request, keepsSecrets } = setting;
  return { ...setting, request: keepsSecrets ? request : stripSecrets(request) };
}

function toSavedRow(setting: SavedRequestSetting, savedAt: string) {
  const { name, request, keepsSecrets } = keep(setting);
  return {
    name,
    request: JSON.stringify(request),
    keepsSecrets: Number(keepsSecrets),
    savedAt,
  };
}

function toSaved({ request, keepsSecrets, ...row }: SavedRow): SavedRequest {
  return {
    ...row,
    request: ComposedRequest.parse(readJson(request)),
    keepsSecrets: keepsSecrets === 1,
  };
}

function toSent({ request, ...row }: SentRow): ComposeHistoryEntry {
  return { ...row, request: ComposedRequest.parse(readJson(request)) };
}
