// The screens of the Entra simulator, as the sidebar lists them: in the order in which the portal has them.
import { ArrowLeftRight, Contact, UserRoundCheck } from 'lucide-react';

export const ENTRA_ENTRIES = [
  { to: '/entra/users-and-groups', icon: UserRoundCheck, label: 'Users and groups' },
  { to: '/entra/mapping', icon: ArrowLeftRight, label: 'Attribute mapping' },
  { to: '/entra/directory', icon: Contact, label: 'Directory' },
] as const;
