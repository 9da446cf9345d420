// The tenant on screen and the way to the others: which is which is told by name, path and colour, and how it is served.
import { Building2, Check, ChevronsUpDown, Copy, Eraser, Pencil, Plus, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import type { Tenant } from '../../../shared/admin/tenant.ts';
import { DEFAULT_TENANT_SLUG } from '../../../shared/tenant-path.ts';
import { useLiveState } from '../../api/live-context.tsx';
import { useSettings } from '../../api/use-settings.ts';
import { useStatus, useTenant } from '../../api/use-status.ts';
import { cx } from '../../ui/cx.ts';
import { formatCount } from '../../ui/format.ts';
import { lookOf } from '../serving/serving-state.ts';
import { stateOfTenant } from '../serving/state-of-tenant.ts';
import { StateMark } from '../serving/state-mark.tsx';
import { useServing } from '../serving/use-serving.ts';
import { useUnread } from '../shell/unread.ts';
import { COLOUR_DOT } from './label-colour.ts';
import { openTenantDialog, setTenantMenu, useTenantDialogs } from './tenant-dialogs.ts';
import { useTenantSwitch } from './use-tenant-switch.ts';

const ITEM_CLASSES =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 outline-none data-focused:bg-accent-soft data-disabled:opacity-45';

const ACTIONS = [
  ['create', Plus, 'Create a tenant…'],
  ['change', Pencil, 'Rename or colour this tenant…'],
  ['copy', Copy, 'Copy this tenant…'],
  ['empty', Eraser, 'Empty this tenant…'],
  ['delete', Trash2, 'Delete this tenant…'],
] as const;

export function TenantMenu() {
  const tenants = useStatus().data?.tenants ?? [];
  const tenant = useTenant();
  const isOpen = useTenantDialogs((state) => state.isMenuOpen);
  const switchTo = useTenantSwitch();
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setTenantMenu}>
      <Button
        aria-label={`Tenant: ${tenant?.name ?? 'loading'}`}
        className="flex h-7 min-w-0 cursor-default items-center gap-2 rounded-md border border-transparent px-2 font-semibold hover:bg-surface-2 data-pressed:bg-surface-2"
      >
        {tenant === undefined ? <Building2 aria-hidden className="size-4" /> : <Dot {...tenant} />}
        <span className="truncate">{tenant?.name ?? 'SCIM Mock Tenant'}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </Button>
      <Popover
        placement="bottom start"
        className="w-96 max-w-[calc(100vw-1rem)] overflow-auto rounded-lg border border-line bg-surface-1 p-1.5 shadow-pop"
      >
        <Menu aria-label="Tenants" className="outline-none">
          <MenuSection>
            <Header className="px-2.5 pt-1 pb-1 text-xs font-semibold tracking-wide text-ink-3 uppercase">
              Tenants
            </Header>
            {tenants.map((one) => (
              <MenuItem
                key={one.slug}
                id={`tenant ${one.slug}`}
                textValue={one.name}
                onAction={() => switchTo(one.slug)}
                className={ITEM_CLASSES}
              >
                <TenantRow tenant={one} isOnScreen={one.slug === tenant?.slug} />
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="my-1.5 h-px border-0 bg-line" />
          {ACTIONS.map(([dialog, Icon, label]) => (
            <MenuItem
              key={dialog}
              id={dialog}
              textValue={label}
              isDisabled={dialog === 'delete' && tenant?.slug === DEFAULT_TENANT_SLUG}
              onAction={() => openTenantDialog(dialog)}
              className={ITEM_CLASSES}
            >
              <Icon aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
              <span className="flex-1">{label}</span>
              {dialog === 'delete' && tenant?.slug === DEFAULT_TENANT_SLUG && (
                <span className="text-sm text-ink-3">the default stays</span>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface TenantRowProps {
  readonly tenant: Tenant;
  readonly isOnScreen: boolean;
}

function TenantRow({ tenant, isOnScreen }: TenantRowProps) {
  const { slug, name, counts } = tenant;
  const unread = useUnread(slug);
  const serving = useServing();
  const isConnected = useLiveState().kind === 'open';
  const look = lookOf(serving, stateOfTenant(serving, slug), isConnected);
  const path = slug === DEFAULT_TENANT_SLUG ? '/scim/v2' : `/t/${slug}/scim/v2`;
  return (
    <>
      <Dot {...tenant} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">{name}</span>
        <span className="truncate text-sm text-ink-3">
          <span className="font-mono">{path}</span> · {formatCount(counts.users, 'user')}
        </span>
      </span>
      <span className={cx('flex shrink-0 items-center gap-1 text-sm', look.ink)}>
        <StateMark {...look} />
        {look.word}
      </span>
      {unread > 0 && (
        <span className="rounded-full bg-accent-fill px-1.5 text-xs font-semibold text-on-accent tabular-nums">
          {unread > 99 ? '99+' : unread}
          <span className="sr-only"> new</span>
        </span>
      )}
      {isOnScreen && (
        <>
          <Check aria-hidden className="size-4 text-accent" />
          <span className="sr-only">On screen</span>
        </>
      )}
    </>
  );
}

function Dot({ slug }: Pick<Tenant, 'slug'>) {
  const colour = useSettings()['general.tenantColours'][slug] ?? 'none';
  return <span aria-hidden className={cx('size-2.5 shrink-0 rounded-full', COLOUR_DOT[colour])} />;
}
