// The screens of the Entra simulator, as the sidebar lists them: in the order in which the portal has them.
import {
  Cable,
  Contact,
  Workflow,
  UserRoundCheck,
} from 'lucide-react';

export const ENTRA_ENTRIES = [
  { to: '/entra/overview', icon: Workflow, label: 'Overview' },
  { to: '/entra/connectivity', icon: Cable, label: 'Connectivity' },
  { to: '/entra/users-and-groups', icon: UserRoundCheck, label: 'Users and groups' },
  { to: '/entra/directory', icon: Contact, label: 'Directory' },
] as const;
