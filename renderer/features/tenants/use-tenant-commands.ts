// What the commands about tenants do.
import { DEFAULT_TENANT_SLUG } from '../../../shared/tenant-path.ts';
import { useConnection } from '../../api/use-connection.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { toast } from '../../ui/toast.tsx';
import { useCommands } from '../shortcuts/use-commands.ts';
import { openTenantDialog, setTenantMenu } from './tenant-dialogs.ts';

/** Mount once. */
export function useTenantCommands(): void {
  const slug = useTenantSlug();
  const connection = useConnection().data;
  useCommands([
    { id: 'tenant.switch', run: () => setTenantMenu(true) },
    { id: 'tenant.create', run: () => openTenantDialog('create') },
    { id: 'tenant.change', run: () => openTenantDialog('change') },
    { id: 'tenant.copy', run: () => openTenantDialog('copy') },
    { id: 'tenant.empty', run: () => openTenantDialog('empty') },
    {
      id: 'tenant.delete',
      when: () => slug !== DEFAULT_TENANT_SLUG,
      run: () => openTenantDialog('delete'),
    },
    {
      id: 'tenant.copyUrl',
      when: () => connection !== undefined,
      run: () => void copyText('Tenant URL', connection?.tenantUrl ?? ''),
    },
    {
      id: 'tenant.copyToken',
      when: () => connection !== undefined,
      run: () => void copyText('Secret Token', connection?.secretToken ?? ''),
    },
  ]);
}

async function copyText(what: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ tone: 'good', message: `${what} copied` });
  } catch {
    toast({ tone: 'bad', message: `The clipboard refused the ${what}.` });
  }
}
