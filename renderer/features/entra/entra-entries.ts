// The screens of the Entra simulator, as the sidebar lists them: in the order in which the portal has them.
import { ClipboardList, Inbox, ScrollText } from 'lucide-react';

export const ENTRA_ENTRIES = [
  { to: '/entra/audit', icon: ClipboardList, label: 'Audit logs' },
  { to: '/entra/logs', icon: ScrollText, label: 'Provisioning logs' },
  { to: '/entra/mailbox', icon: Inbox, label: 'Mailbox' },
] as const;
