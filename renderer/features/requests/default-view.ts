// The saved view that the Requests screen begins with, on this machine.
import { create } from 'zustand';

const STORAGE_NAME = 'scim-mock-tenant.requests.view';

const useStore = create<{ readonly id: number | null }>(() => ({ id: readDefaultView() }));

export function useDefaultView(): number | null {
  return useStore((state) => state.id);
}

export function setDefaultView(id: number | null): void {
  if (id === null) localStorage.removeItem(STORAGE_NAME);
  else localStorage.setItem(STORAGE_NAME, String(id));
  useStore.setState({ id });
}

export function readDefaultView(): number | null {
  const stored = Number(localStorage.getItem(STORAGE_NAME) ?? Number.NaN);
  return Number.isInteger(stored) ? stored : null;
}
