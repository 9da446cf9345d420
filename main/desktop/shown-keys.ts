// The keys of a command beside its menu entry. They are shown only: the page listens to them itself, and to those that
// the user gave it.
import type { MenuItemConstructorOptions } from 'electron';
import { describeCommand, type CommandId } from '../../shared/commands.ts';

export function shownKeys(
  id: CommandId,
): Pick<MenuItemConstructorOptions, 'accelerator' | 'registerAccelerator'> {
  const key = describeCommand(id).keys.find((one) => one.startsWith('Mod+') || /^F\d/.test(one));
  return {
    registerAccelerator: false,
    ...(key !== undefined && { accelerator: key.replace('Mod+', 'CmdOrCtrl+') }),
  };
}
