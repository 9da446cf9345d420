// What the three forms of the Requests list (live, sorted, in groups) have in common.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { GridLayout, GridSort, MenuPlace } from '../../ui/grid-types.ts';

export interface RequestListProps {
  readonly filter: string;
  readonly layout: GridLayout<RequestSummary>;
  readonly sort: GridSort | null;
  readonly onSort: (sort: GridSort | null) => void;
  /** The column that the reader has just sorted by, whose header had the focus. */
  readonly sortedBy: string | null;
  readonly openId: number | undefined;
  readonly onOpen: (request: RequestSummary) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onMenu: (request: RequestSummary, place: MenuPlace) => void;
}

export function keyOfRequest(request: RequestSummary): string {
  return String(request.id);
}
