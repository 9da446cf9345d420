// The keys of lists: commands like any other, but what they do is known to the list that has the focus.
import type { CommandId } from '../../../shared/commands.ts';
import type { GridCommand } from '../../ui/grid-keys.ts';
import { keysOf, type BindingOptions } from './bindings.ts';
import { normalizeCombination } from './key-combination.ts';

const COMMANDS = {
  'list.next': 'down',
  'list.previous': 'up',
  'list.pageDown': 'page-down',
  'list.pageUp': 'page-up',
  'list.first': 'first',
  'list.last': 'last',
  'list.open': 'open',
  'list.select': 'select',
  'list.selectAll': 'select-all',
  'list.expand': 'expand',
  'list.collapse': 'collapse',
  'list.menu': 'menu',
} as const satisfies Partial<Record<CommandId, GridCommand>>;

type ListCommand = keyof typeof COMMANDS;

const IDS = Object.keys(COMMANDS) as ListCommand[]; // the keys of a const object
const MOVES: readonly ListCommand[] = IDS.slice(0, 6);

/** Shift with a key that moves selects as well: it means the same move. */
export function gridCommandOf(
  combination: string,
  options: BindingOptions,
): GridCommand | undefined {
  const wanted = normalizeCombination(combination);
  const bare = wanted.replace('Shift+', '');
  const id =
    IDS.find((one) => keysOf(one, options).includes(wanted)) ??
    MOVES.find((one) => keysOf(one, options).includes(bare));
  return id && COMMANDS[id];
}
