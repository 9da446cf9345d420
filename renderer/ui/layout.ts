// How the screens are arranged (sizes of panes, columns, sidebar, where details stand), kept in this browser for each
// workspace. One that is seen for the first time begins as the last one looked; from then on each has its own.
import { z } from 'zod';
import { create } from 'zustand';

const PREFIX = 'scim-mock-tenant.';
/** Of the workspace on screen last: what a page begins with before it knows its own. */
const LAST = `${PREFIX}layout`;
/** Versions up to 0.1 kept each part under a name of its own, for all workspaces alike. */
const EARLIER = /^(?:pane\.|columns\.|sort\.|sidebar-collapsed$|requests\.dock$)/;

const Values = z.record(z.string(), z.string());
type Values = z.infer<typeof Values>;

interface LayoutState {
  readonly workspace: string | undefined;
  readonly values: Values;
}

const useLayout = create<LayoutState>(() => ({ workspace: undefined, values: readLast() }));

/** From now on the layout is that of this workspace. */
export function openLayout(workspace: string): void {
  const values = read(nameFor(workspace)) ?? useLayout.getState().values;
  store({ workspace, values });
}

/** The value under a name, and how it is changed; undefined is as delivered. */
export function useLayoutValue(
  name: string,
): readonly [string | undefined, (value: string | undefined) => void] {
  const value = useLayout((state) => state.values[name]);
  return [value, (next) => writeLayout(name, next)];
}

/** Another window may have changed another part meanwhile. */
export function writeLayout(name: string, value: string | undefined): void {
  const { workspace, values } = useLayout.getState();
  const { [name]: _, ...others } =
    read(workspace === undefined ? LAST : nameFor(workspace)) ?? values;
  store({ workspace, values: value === undefined ? others : { ...others, [name]: value } });
}

export function readLayout(name: string): string | undefined {
  return useLayout.getState().values[name];
}

function store({ workspace, values }: LayoutState): void {
  const text = JSON.stringify(values);
  localStorage.setItem(LAST, text);
  if (workspace !== undefined) localStorage.setItem(nameFor(workspace), text);
  useLayout.setState({ workspace, values });
}

function nameFor(workspace: string): string {
  return `${LAST} ${workspace}`;
}

function read(name: string): Values | undefined {
  try {
    return Values.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null')).data;
  } catch {
    return undefined; // not ours: as if nothing had been kept
  }
}

function readLast(): Values {
  return read(LAST) ?? takeOver();
}

function takeOver(): Values {
  const names = Object.keys(localStorage).filter(
    (name) => name.startsWith(PREFIX) && EARLIER.test(name.slice(PREFIX.length)),
  );
  const kept = names.map((name) => [name.slice(PREFIX.length), localStorage.getItem(name) ?? '']);
  for (const name of names) localStorage.removeItem(name);
  const values = Values.parse(Object.fromEntries(kept));
  localStorage.setItem(LAST, JSON.stringify(values));
  return values;
}
