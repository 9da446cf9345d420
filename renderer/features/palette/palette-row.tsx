// One line of the palette: icon, title, quiet detail, keys.
import {
  Activity,
  ArrowRight,
  Building2,
  CircleHelp,
  History,
  Settings,
  Star,
  Terminal,
  User,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { isCommandId } from '../../../shared/commands.ts';
import { keysOf } from '../shortcuts/bindings.ts';
import { KeyCaps } from '../shortcuts/key-caps.tsx';
import { useBindingOptions } from '../shortcuts/use-binding-options.ts';
import type { PaletteItem, PaletteSection } from './palette-item.ts';

const ICONS: Record<PaletteSection, LucideIcon> = {
  Recent: History,
  Commands: Terminal,
  'Go to': ArrowRight,
  Tenants: Building2,
  'Saved views': Star,
  Requests: Activity,
  Users: User,
  Groups: UsersRound,
  Settings,
  Help: CircleHelp,
};

export function PaletteRow({ item }: { readonly item: PaletteItem }) {
  const options = useBindingOptions();
  const { target } = item;
  const command = target.kind === 'command' ? target.command : '';
  const keys = isCommandId(command) ? keysOf(command, options)[0] : undefined;
  const Icon = ICONS[item.section];
  return (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
      <span className="min-w-0 truncate">{item.title}</span>
      {item.detail !== undefined && item.detail !== item.title && (
        <span className="min-w-0 flex-1 truncate text-sm text-ink-3">{item.detail}</span>
      )}
      <span className="ml-auto">{keys !== undefined && <KeyCaps combination={keys} />}</span>
    </>
  );
}
