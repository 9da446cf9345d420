// The way around the app: one entry for each screen, in sections that fold to icons.
import { Link } from '@tanstack/react-router';
import {
  Activity,
  Braces,
  Camera,
  Clapperboard,
  CircleHelp,
  House,
  ListChecks,
  PanelLeftClose,
  PanelLeftOpen,
  Plug,
  Send,
  Settings,
  Shapes,
  Users,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { useTenantSlug } from '../../api/use-status.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ENTRA_ENTRIES } from '../entra/entra-entries.ts';
import { useUnreadMails } from '../mailbox/use-mailbox.ts';
import { TourOffer } from '../tour/tour-offer.tsx';
import { useTypeSchemas } from '../resources/use-type-schema.ts';
import { toggleSidebar, useSidebarState } from './sidebar-state.ts';
import { useUnread } from './unread.ts';

export function SideBar() {
  const { isCollapsed, isNarrow } = useSidebarState();
  const unread = useUnread(useTenantSlug());
  return (
    <nav
      aria-label="Main"
      data-part
      data-noise
      className={cx(
        'flex shrink-0 flex-col gap-4 overflow-y-auto border-r border-line px-2 py-3',
        isCollapsed ? 'w-[3.25rem]' : 'w-52',
      )}
    >
      <Section title="Server" isCollapsed={isCollapsed}>
        <Entry to="/" icon={House} label="Home" isCollapsed={isCollapsed} />
        <Entry
          to="/requests"
          icon={Activity}
          label="Requests"
          isCollapsed={isCollapsed}
          unread={unread}
        />
        <Entry to="/users" icon={Users} label="Users" isCollapsed={isCollapsed} />
        <Entry to="/groups" icon={UsersRound} label="Groups" isCollapsed={isCollapsed} />
        <CustomTypeEntries isCollapsed={isCollapsed} />
        <Entry to="/schema" icon={Braces} label="Schema" isCollapsed={isCollapsed} />
      </Section>
      <Section title="Manage" isCollapsed={isCollapsed}>
        {!isCollapsed && <p className="px-2 py-1 text-sm text-ink-3">Integration</p>}
        <Entry to="/integration/scim" icon={Plug} label="SCIM" isCollapsed={isCollapsed} isNested />
      </Section>
      <EntraSection isCollapsed={isCollapsed} />
      <Section title="Tools" isCollapsed={isCollapsed}>
        <Entry to="/scenarios" icon={Clapperboard} label="Scenarios" isCollapsed={isCollapsed} />
        <Entry to="/compose" icon={Send} label="Compose" isCollapsed={isCollapsed} />
        <Entry to="/checks" icon={ListChecks} label="Checks" isCollapsed={isCollapsed} />
        <Entry to="/snapshots" icon={Camera} label="Snapshots" isCollapsed={isCollapsed} />
      </Section>
      <Section title="App" isCollapsed={isCollapsed}>
        <Entry to="/settings" icon={Settings} label="Settings" isCollapsed={isCollapsed} />
        <Entry to="/help" icon={CircleHelp} label="Help" isCollapsed={isCollapsed} />
      </Section>
      <div className="flex-1" />
      {!isCollapsed && <TourOffer />}
      {!isNarrow && (
        <div>
          <IconButton
            icon={isCollapsed ? PanelLeftOpen : PanelLeftClose}
            label={isCollapsed ? 'Expand the sidebar' : 'Collapse the sidebar'}
            onPress={toggleSidebar}
          />
        </div>
      )}
    </nav>
  );
}

interface SectionProps {
  readonly title: string;
  readonly isCollapsed: boolean;
  readonly children: React.ReactNode;
}

function Section({ title, isCollapsed, children }: SectionProps) {
  return (
    <div role="group" aria-label={title} className="flex flex-col gap-0.5">
      {!isCollapsed && (
        <p
          aria-hidden
          className="px-2 pb-1 text-xs font-semibold tracking-wide text-ink-3 uppercase"
        >
          {title}
        </p>
      )}
      {children}
    </div>
  );
}

interface EntryProps {
  readonly to:
    | '/'
    | '/requests'
    | '/users'
    | '/groups'
    | '/schema'
    | '/integration/scim'
    | '/scenarios'
    | '/compose'
    | '/checks'
    | '/snapshots'
    | '/settings'
    | '/help'
    | (typeof ENTRA_ENTRIES)[number]['to'];
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isCollapsed: boolean;
  readonly isNested?: boolean;
  readonly unread?: number;
}

const ENTRY = cx(
  'relative flex h-7 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-surface-3 hover:text-ink-1',
  'data-[status=active]:bg-surface-3 data-[status=active]:font-medium data-[status=active]:text-ink-1',
);

function EntraSection({ isCollapsed }: { readonly isCollapsed: boolean }) {
  const unreadMails = useUnreadMails();
  return (
    <Section title="Entra simulator" isCollapsed={isCollapsed}>
      {ENTRA_ENTRIES.map((entry) => (
        <Entry
          key={entry.to}
          {...entry}
          isCollapsed={isCollapsed}
          unread={entry.to === '/entra/mailbox' ? unreadMails : 0}
        />
      ))}
    </Section>
  );
}

/** The tenant's own resource types, where it has any. */
function CustomTypeEntries({ isCollapsed }: { readonly isCollapsed: boolean }) {
  const types = useTypeSchemas() ?? [];
  const own = types.filter(({ name }) => name !== 'User' && name !== 'Group');
  return own.map(({ name, endpoint }) => (
    <Link
      key={name}
      to="/types/$type"
      params={{ type: name }}
      activeOptions={{ exact: true, includeSearch: false }}
      title={isCollapsed ? name : undefined}
      className={ENTRY}
    >
      <Shapes aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span className={cx('flex-1 truncate', isCollapsed && 'sr-only')}>
        {endpoint.replace(/^\//, '')}
      </span>
    </Link>
  ));
}

function Entry({ to, icon: Icon, label, isCollapsed, isNested = false, unread = 0 }: EntryProps) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: true, includeSearch: false }}
      title={isCollapsed ? label : undefined}
      className={cx(ENTRY, isNested && !isCollapsed && 'ml-2')}
    >
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <span className={cx('flex-1 truncate', isCollapsed && 'sr-only')}>{label}</span>
      {unread > 0 && <UnreadCount unread={unread} isCollapsed={isCollapsed} />}
    </Link>
  );
}

function UnreadCount({ unread, isCollapsed }: { unread: number; isCollapsed: boolean }) {
  return (
    <span
      className={cx(
        'rounded-full bg-accent-fill px-1.5 text-xs font-semibold text-on-accent tabular-nums',
        isCollapsed && 'absolute -top-0.5 right-0',
      )}
    >
      {unread > 99 ? '99+' : unread}
      <span className="sr-only"> new</span>
    </span>
  );
}
