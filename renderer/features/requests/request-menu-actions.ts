// The menu of a row: everything that can be done to a request, or to the selection that it belongs to.
import {
  ClipboardCheck,
  Copy,
  Filter,
  GitCompareArrows,
  PenLine,
  Pin,
  PinOff,
  RefreshCw,
  RotateCw,
  StickyNote,
  Tag,
  Trash2,
  UserRound,
  Workflow,
} from 'lucide-react';
import type { CommandId } from '../../../shared/commands.ts';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { formatNumber } from '../../ui/format.ts';
import type { MenuAction } from '../../ui/menu-button.tsx';
import { COLOUR_LABELS } from './colour-labels.tsx';
import { openNote, openNoteOnMatching } from './note-dialog.tsx';
import { sendAgain, sendMatchingAgain } from './replay-dialog.tsx';
import {
  markMatching,
  markRequests,
  toggleMatchingPins,
  togglePins,
  type ListScope,
} from './request-actions.ts';
import {
  copyCurl,
  copyExpectation,
  findTargets,
  LABEL_COMMANDS,
  removeTargets,
  type RequestScreen,
} from './request-targets.ts';

interface MenuOptions {
  readonly screen: RequestScreen;
  readonly request: RequestSummary;
  readonly origin: string | undefined;
  readonly keys: (id: CommandId) => { readonly keys?: string };
}

export function listMenuActions(options: MenuOptions): readonly MenuAction[] {
  const { screen, request, keys } = options;
  const isOfSelection = screen.selected.has(String(request.id));
  if (isOfSelection && screen.scope !== null) return listScopeActions(options, screen.scope);
  const ids = isOfSelection ? findTargets(screen) : [request.id];
  const isOne = ids.length === 1;
  return [
    {
      id: 'replay',
      label: isOne ? 'Send again' : `Send ${formatNumber(ids.length)} again, in order`,
      icon: RotateCw,
      ...keys('requests.replay'),
      onAction: () => sendAgain(ids, screen.open),
    },
    ...(isOne ? singleActions(options) : []),
    {
      id: 'pin',
      ...describePin(options, ids),
      ...keys('requests.pin'),
      onAction: () => void togglePins(ids),
    },
    {
      id: 'note',
      label: 'Note…',
      icon: StickyNote,
      ...keys('requests.note'),
      onAction: () => void openNote(ids),
    },
    ...COLOUR_LABELS.map(({ colour, name, icon }) => ({
      id: `label-${colour}`,
      label: `Label: ${name}`,
      icon,
      ...keys(LABEL_COMMANDS[colour] ?? 'requests.unlabel'),
      onAction: () => void markRequests(ids, { colour }),
    })),
    {
      id: 'unlabel',
      label: 'No label',
      icon: Tag,
      ...keys('requests.unlabel'),
      onAction: () => void markRequests(ids, { colour: null }),
    },
    {
      id: 'delete',
      label: isOne ? 'Delete' : `Delete ${formatNumber(ids.length)}`,
      icon: Trash2,
      isDangerous: true,
      ...keys('requests.delete'),
      onAction: () => removeTargets(screen, ids),
    },
  ];
}

/** Of all that match: what is done to each of them alike. */
function listScopeActions({ screen, keys }: MenuOptions, scope: ListScope): readonly MenuAction[] {
  return [
    {
      id: 'replay',
      label: 'Send all that match again, in order…',
      icon: RotateCw,
      ...keys('requests.replay'),
      onAction: () => void sendMatchingAgain(scope, screen.open),
    },
    {
      id: 'note',
      label: 'Note on all that match…',
      icon: StickyNote,
      ...keys('requests.note'),
      onAction: () => void openNoteOnMatching(scope),
    },
    {
      id: 'pin',
      label: 'Pin or unpin all that match',
      icon: Pin,
      ...keys('requests.pin'),
      onAction: () => void toggleMatchingPins(scope),
    },
    ...COLOUR_LABELS.map(({ colour, name, icon }) => ({
      id: `label-${colour}`,
      label: `Label all that match: ${name}`,
      icon,
      ...keys(LABEL_COMMANDS[colour] ?? 'requests.unlabel'),
      onAction: () => void markMatching(scope, { colour }, 'labelled'),
    })),
    {
      id: 'delete',
      label: 'Delete all that match',
      icon: Trash2,
      isDangerous: true,
      ...keys('requests.delete'),
      onAction: () => removeTargets(screen, []),
    },
  ];
}

/** What the key would do, where all the rows are loaded and tell. */
function describePin({ screen, request }: MenuOptions, ids: readonly number[]) {
  const rows = ids.map((id) => (id === request.id ? request : screen.rowOf(id)));
  if (rows.includes(undefined)) return { label: 'Pin or unpin', icon: Pin };
  const isPinned = rows.every((row) => row?.isPinned === true);
  return isPinned ? { label: 'Unpin', icon: PinOff } : { label: 'Pin', icon: Pin };
}

function singleActions(options: MenuOptions): readonly MenuAction[] {
  const { screen, request, origin, keys } = options;
  const { id, openId } = { ...request, openId: screen.openId };
  return [
    {
      id: 'edit',
      label: 'Edit and send again',
      icon: PenLine,
      ...keys('requests.edit'),
      onAction: () => screen.edit(id),
    },
    {
      id: 'curl',
      label: 'Copy as cURL',
      icon: Copy,
      ...keys('requests.copyCurl'),
      onAction: () => void copyCurl(id, origin),
    },
    {
      id: 'expectation',
      label: 'Copy as expectation of a test',
      icon: ClipboardCheck,
      onAction: () => void copyExpectation(id),
    },
    {
      id: 'diff',
      label: openId === undefined ? 'Compare with the open request' : `Compare with ${openId}`,
      icon: GitCompareArrows,
      ...keys('requests.diff'),
      isDisabled: openId === undefined || openId === id,
      onAction: () => openId !== undefined && screen.compare(openId, id),
    },
    ...filterActions(options),
  ];
}

function filterActions({ screen, request }: MenuOptions): readonly MenuAction[] {
  const { resourceId } = request;
  return [
    {
      id: 'only-resource',
      label: 'Only this resource',
      icon: UserRound,
      isDisabled: resourceId === null,
      onAction: () => screen.setFilter(`id:${resourceId}`),
    },
    {
      id: 'only-operation',
      label: 'Only this operation',
      icon: Filter,
      onAction: () => screen.setFilter(`op:${request.operation}`),
    },
    {
      id: 'only-cycle',
      label: 'Only this provisioning cycle',
      icon: RefreshCw,
      isDisabled: request.cycleId === null,
      onAction: () => screen.setFilter(`cycle:${request.cycleId}`),
    },
    {
      id: 'only-job',
      label: 'Only this provisioning job',
      icon: Workflow,
      isDisabled: request.jobId === null,
      onAction: () => screen.setFilter(`job:${request.jobId}`),
    },
  ];
}
