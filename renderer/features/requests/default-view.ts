// The saved view that the Requests screen begins with, on this machine. Views are the workspace's: the same id is another
// view in another one.
import { create } from 'zustand';

const STORAGE_NAME = 'scim-mock-tenant.requests.view';

/** By the folder of the workspace. */
const useStore = create<Readonly<Record<string, number | null>>>(() => ({}));

export function useDefaultView(workspace: string | undefined): number | null {
  return useStore((known) =>
    workspace === undefined ? null : (known[workspace] ?? readDefaultView(workspace)),
  );
}

export function setDefaultView(workspace: string, id: number | null): void {
  if (id === null) localStorage.removeItem(nameFor(workspace));
  else localStorage.setItem(nameFor(workspace), String(id));
  useStore.setState({ [workspace]: id });
}

export function readDefaultView(workspace: string): number | null {
  const stored = Number(localStorage.getItem(nameFor(workspace)) ?? Number.NaN);
  return Number.isInteger(stored) ? stored : null;
}

function nameFor(workspace: string): string {
  return `${STORAGE_NAME} ${workspace}`;
}
