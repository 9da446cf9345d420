// Which keys a command has: its own, or those that the user gave it; and where two commands want the same.
import {
  COMMAND_IDS,
  describeCommand,
  isCommandId,
  type CommandId,
} from '../../../shared/commands.ts';
import { isSingleKey, normalizeCombination } from './key-combination.ts';

/** As the settings hold it: keys by command id; an empty list takes all keys away. */
export type KeyBindings = Readonly<Record<string, readonly string[]>>;

export interface BindingOptions {
  readonly bindings: KeyBindings;
  /** Whether keys such as `?` or `F` work without Ctrl, ⌘ or Alt (WCAG 2.1.4). */
  readonly allowSingleKeys: boolean;
}

export function keysOf(id: CommandId, { bindings, allowSingleKeys }: BindingOptions) {
  const keys = bindings[id] ?? describeCommand(id).keys;
  return keys.filter((key) => allowSingleKeys || !isCharacter(key)).map(normalizeCombination);
}

/** A letter, digit or sign; a space is none (WCAG 2.1.4). */
function isCharacter(key: string): boolean {
  return key !== ' ' && isSingleKey(key);
}

/** The commands that a combination stands for, in the order of the table. */
export function commandsOf(combination: string, options: BindingOptions): readonly CommandId[] {
  const wanted = normalizeCombination(combination);
  return COMMAND_IDS.filter((id) => keysOf(id, options).includes(wanted));
}

/** Commands that share a key with this one, each once. */
export function conflictsOf(id: CommandId, options: BindingOptions): readonly CommandId[] {
  const all = keysOf(id, options).flatMap((key) => commandsOf(key, options));
  return [...new Set(all)].filter((other) => other !== id);
}

/** What to store after a change: only what differs from the table, and only commands that exist. */
export function changeBinding(
  bindings: KeyBindings,
  id: CommandId,
  keys: readonly string[],
): Record<string, readonly string[]> {
  const known = Object.entries(bindings).filter(([name]) => isCommandId(name) && name !== id);
  const own = describeCommand(id).keys.map(normalizeCombination);
  const normal = [...new Set(keys.map(normalizeCombination))];
  const isDefault = own.length === normal.length && own.every((key) => normal.includes(key));
  return Object.fromEntries(isDefault ? known : [...known, [id, normal]]);
}
