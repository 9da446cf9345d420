// What a key means on a row of a grid.

export type GridCommand =
  | 'open'
  | 'select'
  | 'select-all'
  | 'menu'
  | 'expand'
  | 'collapse'
  | 'down'
  | 'up'
  | 'page-down'
  | 'page-up'
  | 'first'
  | 'last';

/** Which commands the grid has beside moving and opening. */
export interface GridAbilities {
  readonly canSelect: boolean;
  readonly canOpenMenu: boolean;
  readonly canExpand: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const COMMANDS: Readonly<Record<string, GridCommand>> = {
  Enter: 'open',
  ' ': 'select',
  ContextMenu: 'menu',
  ArrowDown: 'down',
  j: 'down',
  ArrowUp: 'up',
  k: 'up',
  PageDown: 'page-down',
  PageUp: 'page-up',
  Home: 'first',
  End: 'last',
  ArrowRight: 'expand',
  ArrowLeft: 'collapse',
};

/** Undefined when the key means nothing to the grid itself. */
export function readGridCommand(key: Key, abilities: GridAbilities): GridCommand | undefined {
  const command = readCommand(key);
  if (command === 'select' && !abilities.canSelect) return 'open';
  return command === undefined || isAble(command, abilities) ? command : undefined;
}

function readCommand(key: Key): GridCommand | undefined {
  if (key.altKey) return undefined;
  if (key.ctrlKey || key.metaKey) return key.key === 'a' ? 'select-all' : undefined;
  return key.key === 'F10' && key.shiftKey ? 'menu' : COMMANDS[key.key];
}

function isAble(command: GridCommand, abilities: GridAbilities): boolean {
  const needs: Partial<Record<GridCommand, boolean>> = {
    'select-all': abilities.canSelect,
    menu: abilities.canOpenMenu,
    expand: abilities.canExpand,
    collapse: abilities.canExpand,
  };
  return needs[command] ?? true;
}

/** The row to go to, or undefined when the command does not move. */
export function moveTarget(
  command: GridCommand,
  from: number,
  { pageRows, rowCount }: { readonly pageRows: number; readonly rowCount: number },
): number | undefined {
  const targets: Partial<Record<GridCommand, number>> = {
    down: from + 1,
    up: from - 1,
    'page-down': from + pageRows,
    'page-up': from - pageRows,
    first: 0,
    last: rowCount - 1,
  };
  const target = targets[command];
  return target === undefined ? undefined : Math.max(0, Math.min(target, rowCount - 1));
}
