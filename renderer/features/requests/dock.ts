// Where the details stand: at the right of the list, under it, or nowhere.
import { create } from 'zustand';

export const DOCKS = [
  { value: 'right', label: 'Details at the right' },
  { value: 'bottom', label: 'Details below' },
  { value: 'hidden', label: 'Details hidden' },
] as const;

export type Dock = (typeof DOCKS)[number]['value'];

const STORAGE_NAME = 'scim-mock-tenant.requests.dock';

export const useDock = create<{ readonly dock: Dock }>(() => ({ dock: readDock() }));

export function setDock(dock: Dock): void {
  localStorage.setItem(STORAGE_NAME, dock);
  useDock.setState({ dock });
}

function readDock(): Dock {
  const stored = localStorage.getItem(STORAGE_NAME);
  return DOCKS.find(({ value }) => value === stored)?.value ?? 'right';
}
