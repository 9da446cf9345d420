// Which tenant this is, whether it serves and where, and the theme.
import { Contrast, Monitor, Moon, Sun } from 'lucide-react';
import { useLiveState } from '../../api/live-context.tsx';
import { useConnection } from '../../api/use-connection.ts';
import { useTenant } from '../../api/use-status.ts';
import iconUrl from '../../assets/icon.svg';
import { CopyButton } from '../../ui/copy-button.tsx';
import { cx } from '../../ui/cx.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { useSettings, useSettingsChange } from '../../api/use-settings.ts';

const THEMES = [
  { value: 'system', label: 'System theme', icon: Monitor },
  { value: 'light', label: 'Light theme', icon: Sun },
  { value: 'dark', label: 'Dark theme', icon: Moon },
  { value: 'contrast', label: 'High contrast theme', icon: Contrast },
] as const;

export function TitleBar() {
  const theme = useSettings()['general.theme'];
  const { mutate: change } = useSettingsChange();
  const tenant = useTenant();
  return (
    <header data-part className="flex h-11 shrink-0 items-center gap-3 border-b border-line px-3">
      <img src={iconUrl} alt="" className="size-5" />
      <p className="truncate font-semibold">{tenant?.name ?? 'SCIM Mock Tenant'}</p>
      <ServingState />
      <div className="flex-1" />
      <SegmentedControl
        label="Theme"
        options={THEMES}
        value={theme}
        onChange={(chosen) => change({ 'general.theme': chosen })}
      />
    </header>
  );
}

function ServingState() {
  const live = useLiveState();
  const url = useConnection().data?.tenantUrl;
  const isServing = live.kind === 'open';
  return (
    <div className="flex min-w-0 items-center rounded-md border border-line bg-surface-1 pl-2.5">
      <span
        aria-hidden
        className={cx(
          'mr-2 size-2 shrink-0 rounded-full',
          isServing ? 'bg-good' : 'border-2 border-warn',
        )}
      />
      <span className="mr-2 text-sm font-medium">{isServing ? 'Serving' : 'Not connected'}</span>
      {url !== undefined && (
        <>
          <span className="truncate font-mono text-sm text-ink-2">{url}</span>
          <CopyButton what="Tenant URL" text={url} />
        </>
      )}
    </div>
  );
}
