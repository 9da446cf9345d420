// What people put on requests: pin, note, colour.
import type { Database } from 'better-sqlite3';
import type { RequestAnnotation } from '../../../shared/admin/request-log-changes.ts';

export interface Annotated {
  /** How many of the requests are in the log. */
  readonly annotated: number;
  /** By how much the pinned ones are more now, or fewer. */
  readonly pinnedRows: number;
  readonly pinnedBytes: number;
}

/** What is not said stays as it is. */
export function createAnnotator(db: Database) {
  const ofIds = 'where id in (select value from json_each(:ids))';
  const pin = db
    .prepare<[object], number>(
      `
      update request_log set is_pinned = :value ${ofIds} and is_pinned <> :value
      returning recorded_bytes`,
    )
    .pluck();
  const note = db.prepare<[object]>(`update request_log set note = :value ${ofIds}`);
  const colour = db.prepare<[object]>(`update request_log set colour = :value ${ofIds}`);
  const count = db.prepare<[object], number>(`select count(*) from request_log ${ofIds}`).pluck();

  return db.transaction((annotation: RequestAnnotation): Annotated => {
    const ids = JSON.stringify(annotation.ids);
    const { isPinned, note: text, colour: label } = annotation;
    const turned = isPinned === undefined ? [] : pin.all({ ids, value: Number(isPinned) });
    if (text !== undefined) note.run({ ids, value: text === '' ? null : text });
    if (label !== undefined) colour.run({ ids, value: label });
    const sign = isPinned === true ? 1 : -1;
    return {
      annotated: count.get({ ids }) ?? 0,
      pinnedRows: sign * turned.length,
      pinnedBytes: sign * turned.reduce((sum, bytes) => sum + bytes, 0),
    };
  });
}
