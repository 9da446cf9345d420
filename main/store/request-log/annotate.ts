// What people put on requests: pin, note, colour.
import type { Database } from 'better-sqlite3';
import type { RequestAnnotation } from '../../../shared/admin/request-log-changes.ts';

/** Returns how many of the requests are in the log; what is not said stays as it is. */
export function createAnnotator(db: Database) {
  const ofIds = 'where id in (select value from json_each(:ids))';
  const pin = db.prepare<[object]>(`update request_log set is_pinned = :value ${ofIds}`);
  const note = db.prepare<[object]>(`update request_log set note = :value ${ofIds}`);
  const colour = db.prepare<[object]>(`update request_log set colour = :value ${ofIds}`);
  const count = db.prepare<[object], number>(`select count(*) from request_log ${ofIds}`).pluck();

  return db.transaction((annotation: RequestAnnotation): number => {
    const ids = JSON.stringify(annotation.ids);
    const { isPinned, note: text, colour: label } = annotation;
    if (isPinned !== undefined) pin.run({ ids, value: Number(isPinned) });
    if (text !== undefined) note.run({ ids, value: text === '' ? null : text });
    if (label !== undefined) colour.run({ ids, value: label });
    return count.get({ ids }) ?? 0;
  });
}
