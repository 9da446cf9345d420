// Key combinations as text, such as `Mod+Shift+K`, `F6` or `?`: read from a key event, compared, and shown to people.

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const ORDER = ['Ctrl', 'Mod', 'Alt', 'Shift'];
const MODIFIER_KEYS = ['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'CapsLock'];

/** The combination that was pressed; undefined while only modifiers are down. */
export function readCombination(press: KeyPress, isMac: boolean): string | undefined {
  if (MODIFIER_KEYS.includes(press.key) || press.key === 'Dead') return undefined;
  const key = nameKey(press);
  const isMod = isMac ? press.metaKey : press.ctrlKey;
  const isOtherControl = isMac ? press.ctrlKey : press.metaKey;
  const modifiers = [
    isOtherControl && 'Ctrl',
    isMod && 'Mod',
    press.altKey && 'Alt',
    press.shiftKey && !isTypedSymbol(key) && 'Shift',
  ];
  return [...modifiers.filter((one) => one !== false), key].join('+');
}

/** The same combination in the order in which combinations are compared. */
export function normalizeCombination(combination: string): string {
  const parts = combination.split('+').filter((part) => part !== '');
  const key = parts.findLast((part) => !ORDER.includes(part)) ?? '+';
  return [...ORDER.filter((modifier) => parts.includes(modifier)), key].join('+');
}

/** A key without Ctrl, ⌘ or Alt that types something: what speech input and stray hands may press by accident. */
export function isSingleKey(combination: string): boolean {
  const parts = normalizeCombination(combination).split('+');
  const key = parts.at(-1) ?? '';
  return parts.every((part) => part === key || part === 'Shift') && key.length <= 1;
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
  PageUp: 'Page up',
  PageDown: 'Page down',
  ContextMenu: 'Menu',
};
const MAC_MODIFIERS: Readonly<Record<string, string>> = {
  Ctrl: '⌃',
  Mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
};

/** Each key as it is written on the keyboard: `['Ctrl', 'Shift', 'K']`, on a Mac `['⌘', '⇧', 'K']`. */
export function showKeys(combination: string, isMac: boolean): readonly string[] {
  return normalizeCombination(combination)
    .split('+')
    .map((part) => {
      if (isMac && MAC_MODIFIERS[part] !== undefined) return MAC_MODIFIERS[part];
      if (part === 'Mod') return 'Ctrl';
      if (part === 'Ctrl') return 'Win';
      return SHOWN[part] ?? part;
    });
}

/** Digits and letters by their place where Alt makes other characters of them, else by what they type. */
function nameKey({ key, code, altKey }: KeyPress): string {
  const placed = /^(?:Digit|Key)([0-9A-Z])$/.exec(code)?.[1];
  if (placed !== undefined && (altKey || /^\d$/.test(placed) || !/^[ -~]$/.test(key))) {
    return placed;
  }
  return key.length === 1 ? key.toUpperCase() : key;
}

/** `?` is Shift and another key here, and a key of its own elsewhere: Shift does not count for what it types. */
function isTypedSymbol(key: string): boolean {
  return key.length === 1 && !/[A-Z0-9 ]/.test(key);
}
