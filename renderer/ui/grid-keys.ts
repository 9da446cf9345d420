// What can be done on a row of a grid by a key. @see ./grid-keys-context.ts for the keys

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

/** What a command comes to in a grid that may lack some; undefined when it means nothing to it. */
export function fitGridCommand(
  command: GridCommand,
  abilities: GridAbilities,
): GridCommand | undefined {
  if (command === 'select' && !abilities.canSelect) return 'open';
  return isAble(command, abilities) ? command : undefined;
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
