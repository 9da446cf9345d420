// The dialogs about tenants, wherever they were opened from.
import { useTenant } from '../../api/use-status.ts';
import { closeTenantDialog, useTenantDialogs } from './tenant-dialogs.ts';
import { CopyTenantDialog, CreateTenantDialog } from './new-tenant-dialogs.tsx';
import { ChangeTenantDialog } from './change-tenant-dialog.tsx';
import { DeleteTenantDialog, EmptyTenantDialog } from './remove-tenant-dialogs.tsx';

/** Mount once. */
export function TenantDialogHost() {
  const open = useTenantDialogs((state) => state.open);
  const tenant = useTenant();
  if (open === null || tenant === undefined) return null;
  const props = { tenant, onClose: closeTenantDialog };
  switch (open) {
    case 'create':
      return <CreateTenantDialog onClose={closeTenantDialog} />;
    case 'change':
      return <ChangeTenantDialog {...props} />;
    case 'copy':
      return <CopyTenantDialog {...props} />;
    case 'empty':
      return <EmptyTenantDialog {...props} />;
    case 'delete':
      return <DeleteTenantDialog {...props} />;
  }
}
