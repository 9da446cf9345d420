// To which requests a command of the Requests screen goes (those that are selected, else the one whose row has the focus,
// else the one whose details are open), and what it does to them.
import type { CommandId } from '../../../shared/commands.ts';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { toOutgoing } from '../../../shared/export/outgoing-request.ts';
import { writeExpectation } from '../../../shared/export/write-expectation.ts';
import { writeCurl } from '../../../shared/export/write-curl.ts';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { removeMatching, removeRequests, type ListScope } from './request-actions.ts';

export interface RequestScreen {
  readonly openId: number | undefined;
  readonly selected: ReadonlySet<string>;
  /** Where all was selected, and that is more than what is loaded. */
  readonly scope: ListScope | null;
  /** A row of the list, where it is loaded. */
  readonly rowOf: (id: number) => RequestSummary | undefined;
  readonly open: (id: number) => void;
  readonly edit: (id: number) => void;
  readonly compare: (first: number, second: number) => void;
  readonly setFilter: (filter: string) => void;
  readonly clearSelection: () => void;
  readonly toggleFollow: () => void;
  readonly focusFilter: () => void;
}

export const LABEL_COMMANDS = [
  'requests.unlabel',
  'requests.label1',
  'requests.label2',
  'requests.label3',
  'requests.label4',
  'requests.label5',
  'requests.label6',
] as const satisfies readonly CommandId[];

export function findTargets({ selected, openId }: RequestScreen): readonly number[] {
  if (selected.size > 0) return [...selected].map(Number).sort((left, right) => left - right);
  const row = document.activeElement?.closest<HTMLElement>('[role=row][data-key]');
  const focused = Number(row?.dataset['key']);
  if (Number.isInteger(focused)) return [focused];
  return openId === undefined ? [] : [openId];
}

export function removeTargets(screen: RequestScreen, ids: readonly number[]): void {
  const { scope } = screen;
  screen.clearSelection();
  void (scope === null ? removeRequests({ ids: [...ids] }) : removeMatching(scope));
}

/** Two that are selected, or the focused one with the open one. */
function comparePair(screen: RequestScreen): readonly number[] {
  const targets = findTargets(screen);
  if (targets.length === 2) return targets;
  const [only] = targets;
  const { openId } = screen;
  return only === undefined || openId === undefined || only === openId ? [] : [openId, only];
}

export function canCompare(screen: RequestScreen): boolean {
  return comparePair(screen).length === 2;
}

export function compareTargets(screen: RequestScreen): void {
  const [first, second] = comparePair(screen);
  if (first !== undefined && second !== undefined) screen.compare(first, second);
}

export async function copyCurl(id: number | undefined, origin: string | undefined): Promise<void> {
  if (id === undefined || origin === undefined) return;
  try {
    const request = await callAdmin('getRequest', { params: { id } });
    await navigator.clipboard.writeText(writeCurl(toOutgoing(request, { origin })));
    toast({ tone: 'good', message: `Request ${id} copied as cURL` });
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}

export async function copyExpectation(id: number): Promise<void> {
  try {
    const request = await callAdmin('getRequest', { params: { id } });
    await navigator.clipboard.writeText(writeExpectation(request));
    toast({ tone: 'good', message: `Request ${id} copied as an expectation of a test` });
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}

export async function goToNeighbour(
  screen: RequestScreen,
  where: 'previous' | 'next',
): Promise<void> {
  const [id] = findTargets(screen);
  if (id === undefined) return;
  try {
    const { onResource } = await callAdmin('getRequestNeighbours', { params: { id } });
    const neighbour = onResource[where];
    if (neighbour === null) {
      toast({ tone: 'neutral', message: `No ${where} request on this resource` });
    } else {
      screen.open(neighbour);
    }
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}
