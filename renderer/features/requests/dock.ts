// Where the details stand: at the right of the list, under it, or nowhere.
import { useLayoutValue, writeLayout } from '../../ui/layout.ts';

export const DOCKS = [
  { value: 'right', label: 'Details at the right' },
  { value: 'bottom', label: 'Details below' },
  { value: 'hidden', label: 'Details hidden' },
] as const;

export type Dock = (typeof DOCKS)[number]['value'];

const NAME = 'requests.dock';

export function useDock(): Dock {
  const [wished] = useLayoutValue(NAME);
  return DOCKS.find(({ value }) => value === wished)?.value ?? 'right';
}

export function setDock(dock: Dock): void {
  writeLayout(NAME, dock);
}
