// F6 goes from part to part of the window: title bar, sidebar, page, details, status bar.

const PARTS = 'header[data-part], nav[data-part], main, main section[data-part], footer[data-part]';
const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]';

/** A search field, or the field of a search with completions. */
const FILTER = 'main input[type="search"], main [role="search"] input';

/** `step` is 1 for the next part and -1 for the one before. */
export function focusPart(step: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>(PARTS)].filter(isShown);
  if (parts.length === 0) return;
  const at = parts.findLastIndex((part) => part.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : parts.length - 1) : at + step;
  const part = parts[(next + parts.length) % parts.length];
  if (part !== undefined) focusIn(part);
}

/** Puts the focus on the part itself where it takes it, else on the first control in it. */
export function focusIn(part: HTMLElement): void {
  const first = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown);
  const target = part.hasAttribute('tabindex') ? part : first;
  target?.focus();
}

/** Moves the focus to the filter box of the page, its text selected. */
export function focusFilter(): void {
  const field = findFilter();
  field?.focus();
  field?.select();
}

export function hasFilter(): boolean {
  return findFilter() !== null;
}

function findFilter(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(FILTER);
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility();
}
