// Listens for the keys of commands. What a widget has used itself (`defaultPrevented`) is left to it, and a key that
// types something is left to the field that it is typed into.
import { useEffect, useEffectEvent } from 'react';
import { commandsOf } from './bindings.ts';
import { runCommand } from './command-store.ts';
import { isMac } from './is-mac.ts';
import { isSingleKey, readCombination } from './key-combination.ts';
import { useBindingOptions } from './use-binding-options.ts';

/** Mount once. */
export function useShortcutKeys(): void {
  const options = useBindingOptions();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const combination = readCombination(event, isMac);
    if (combination === undefined || isKeptFrom(event, combination)) return;
    for (const id of commandsOf(combination, options)) {
      if (!runCommand(id)) continue;
      event.preventDefault();
      return;
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isKeptFrom(event: KeyboardEvent, combination: string): boolean {
  const isInDialog = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
  if (isInDialog) return true;
  return isSingleKey(combination) && isTyping(event.composedPath()[0]);
}

function isTyping(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]');
}
