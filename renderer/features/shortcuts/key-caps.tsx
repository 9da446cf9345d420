// A key combination as keys of a keyboard.
import { isMac } from './is-mac.ts';
import { showKeys } from './key-combination.ts';

export function KeyCaps({ combination }: { readonly combination: string }) {
  return (
    <span className="inline-flex items-center gap-0.5 whitespace-nowrap">
      {showKeys(combination, isMac).map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line bg-surface-2 px-1 font-sans text-xs font-medium text-ink-2"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
