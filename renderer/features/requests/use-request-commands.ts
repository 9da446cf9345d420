// What the keys and the menus of the Requests screen do.
import type { CommandId } from '../../../shared/commands.ts';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { useStatus } from '../../api/use-status.ts';
import { keysOf, type BindingOptions } from '../shortcuts/bindings.ts';
import type { CommandAction } from '../shortcuts/command-store.ts';
import { useBindingOptions } from '../shortcuts/use-binding-options.ts';
import { useCommands } from '../shortcuts/use-commands.ts';
import { setDock, useDock } from './dock.ts';
import { openNote, openNoteOnMatching } from './note-dialog.tsx';
import { sendAgain, sendMatchingAgain } from './replay-dialog.tsx';
import { markMatching, markRequests, toggleMatchingPins, togglePins } from './request-actions.ts';
import { listMenuActions } from './request-menu-actions.ts';
import {
  canCompare,
  compareTargets,
  copyCurl,
  findTargets,
  goToNeighbour,
  LABEL_COMMANDS,
  removeTargets,
  type RequestScreen,
} from './request-targets.ts';

export function useRequestCommands(screen: RequestScreen) {
  const origin = useOrigin();
  const options = useBindingOptions();
  const dock = useDock();
  const targets = () => findTargets(screen);
  const hasTargets = () => targets().length > 0;
  const hasOne = () => targets().length === 1;
  const { scope } = screen;

  function labelTargets(colour: number | null): Promise<void> {
    if (scope === null) return markRequests(targets(), { colour });
    return markMatching(scope, { colour }, 'labelled');
  }

  function pinTargets(): Promise<void> {
    return scope === null ? togglePins(targets()) : toggleMatchingPins(scope);
  }

  function noteTargets(): Promise<void> {
    return scope === null ? openNote(targets()) : openNoteOnMatching(scope);
  }

  function sendTargetsAgain(): void {
    if (scope === null) sendAgain(targets(), screen.open);
    else void sendMatchingAgain(scope, screen.open);
  }

  const labels: readonly CommandAction[] = LABEL_COMMANDS.map((id, colour) => ({
    id,
    when: hasTargets,
    run: () => void labelTargets(colour === 0 ? null : colour),
  }));
  const actions: readonly CommandAction[] = [
    { id: 'requests.follow', run: screen.toggleFollow },
    {
      id: 'requests.replay',
      when: hasTargets,
      run: sendTargetsAgain,
    },
    { id: 'requests.edit', when: hasOne, run: () => targets().forEach(screen.edit) },
    { id: 'requests.pin', when: hasTargets, run: () => void pinTargets() },
    { id: 'requests.note', when: hasTargets, run: () => void noteTargets() },
    { id: 'requests.copyCurl', when: hasOne, run: () => void copyCurl(targets()[0], origin) },
    {
      id: 'requests.diff',
      when: () => canCompare(screen),
      run: () => compareTargets(screen),
    },
    { id: 'requests.delete', when: hasTargets, run: () => removeTargets(screen, targets()) },
    { id: 'requests.previous', when: hasOne, run: () => void goToNeighbour(screen, 'previous') },
    { id: 'requests.next', when: hasOne, run: () => void goToNeighbour(screen, 'next') },
    { id: 'view.find', run: screen.focusFilter },
    {
      id: 'view.inspector',
      when: () => dock === 'hidden' && screen.openId !== undefined,
      run: () => setDock('right'),
    },
    ...labels,
  ];
  useCommands(actions);

  return (request: RequestSummary) =>
    listMenuActions({ screen, request, origin, keys: (id) => readKeys(id, options) });
}

function readKeys(id: CommandId, options: BindingOptions): { readonly keys?: string } {
  const [first] = keysOf(id, options);
  return first === undefined ? {} : { keys: first };
}

function useOrigin(): string | undefined {
  const scimUrl = useStatus().data?.scimUrl;
  return scimUrl === undefined ? undefined : new URL(scimUrl).origin;
}
