// The screens of the Entra simulator, as the sidebar lists them: in the order in which the portal has them.
import {
  ArrowLeftRight,
  Cable,
  ClipboardList,
  Contact,
  Inbox,
  Link2,
  ScanSearch,
  ScrollText,
  UserRoundCheck,
  UserRoundPlus,
  Workflow,
} from 'lucide-react';

export const ENTRA_ENTRIES = [
  { to: '/entra/overview', icon: Workflow, label: 'Overview' },
  { to: '/entra/on-demand', icon: UserRoundPlus, label: 'Provision on demand' },
  { to: '/entra/connectivity', icon: Cable, label: 'Connectivity' },
  { to: '/entra/users-and-groups', icon: UserRoundCheck, label: 'Users and groups' },
  { to: '/entra/mapping', icon: ArrowLeftRight, label: 'Attribute mapping' },
  { to: '/entra/audit', icon: ClipboardList, label: 'Audit logs' },
  { to: '/entra/logs', icon: ScrollText, label: 'Provisioning logs' },
  { to: '/entra/mailbox', icon: Inbox, label: 'Mailbox' },
  { to: '/entra/discovery', icon: ScanSearch, label: 'Discovery' },
  { to: '/entra/connections', icon: Link2, label: 'Connections' },
  { to: '/entra/directory', icon: Contact, label: 'Directory' },
] as const;
