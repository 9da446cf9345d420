// Which dialog about tenants is open: commands, menu and palette open the same ones.
import { create } from 'zustand';

export type TenantDialog = 'create' | 'change' | 'copy' | 'empty' | 'delete';

interface DialogState {
  readonly open: TenantDialog | null;
  readonly isMenuOpen: boolean;
}

export const useTenantDialogs = create<DialogState>(() => ({ open: null, isMenuOpen: false }));

export function openTenantDialog(open: TenantDialog): void {
  useTenantDialogs.setState({ open, isMenuOpen: false });
}

export function closeTenantDialog(): void {
  useTenantDialogs.setState({ open: null });
}

export function setTenantMenu(isMenuOpen: boolean): void {
  useTenantDialogs.setState({ isMenuOpen });
}
