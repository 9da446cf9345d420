// What menu and tray offer of each tenant: what an admin pastes into Entra and, where there are several, whether each is
// served. One tenant has its entries in the menu itself, of several each has a menu of its own. The application menu has
// it nowhere else.
import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopActions } from './desktop-actions.ts';
import { shownKeys } from './shown-keys.ts';
import type { TenantFact } from './workspace-facts.ts';

/** More are found in the window. */
const MOST_TENANTS = 20;

interface TenantItemOptions {
  readonly actions: DesktopActions;
  readonly isServing: boolean;
  /** The application menu has rotation, and keys where there is one tenant; the tray has not. */
  readonly isFull?: boolean;
}

export function tenantItems(
  tenants: readonly TenantFact[],
  options: TenantItemOptions,
): MenuItemConstructorOptions[] {
  const [only, ...others] = tenants;
  if (only === undefined) return [];
  if (others.length === 0) return entriesOf(only, { ...options, hasKeys: options.isFull === true });
  return tenants.slice(0, MOST_TENANTS).map((tenant) => ({
    id: `tenant-${tenant.slug}`,
    label: tenant.name.replaceAll('&', '&&'),
    submenu: [...entriesOf(tenant, options), { type: 'separator' }, ...stateItems(tenant, options)],
  }));
}

const STATES = [
  { state: 'serving', label: 'Serving' },
  { state: 'paused', label: 'Paused (503)' },
  { state: 'stopped', label: 'Stopped (no answer)' },
] as const;

function stateItems(
  { slug, state: current }: TenantFact,
  { actions, isServing }: TenantItemOptions,
): MenuItemConstructorOptions[] {
  return STATES.map(({ state, label }) => ({
    id: `tenant-${state}-${slug}`,
    label,
    type: 'radio',
    checked: state === current,
    enabled: isServing,
    click: () => actions.setTenantServing(slug, state),
  }));
}

interface EntryOptions extends TenantItemOptions {
  /** Of the tenant on screen, and so only where there is one. */
  readonly hasKeys?: boolean;
}

function entriesOf(
  { slug }: TenantFact,
  { actions, isServing: enabled, isFull = false, hasKeys = false }: EntryOptions,
): MenuItemConstructorOptions[] {
  const entries: MenuItemConstructorOptions[] = [
    {
      id: `copy-url-${slug}`,
      label: 'Copy Tenant URL',
      enabled,
      ...(hasKeys && shownKeys('tenant.copyUrl')),
      click: () => actions.copy(slug, 'tenantUrl'),
    },
    {
      id: `copy-token-${slug}`,
      label: 'Copy Secret Token',
      enabled,
      ...(hasKeys && shownKeys('tenant.copyToken')),
      click: () => actions.copy(slug, 'secretToken'),
    },
  ];
  if (!isFull) return entries;
  return [
    ...entries,
    {
      id: `rotate-token-${slug}`,
      label: 'Rotate Secret Token…',
      enabled,
      click: () => actions.rotateToken(slug),
    },
  ];
}
