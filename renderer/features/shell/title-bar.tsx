// Which instance and tenant this is, whether it serves and where, the way to everything else, and the theme.
import { Contrast, Monitor, Moon, Search, Sun } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useSettings, useSettingsChange } from '../../api/use-settings.ts';
import iconUrl from '../../assets/icon.svg';
import { cx } from '../../ui/cx.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { openPalette } from '../palette/palette-state.ts';
import { ServingMenu } from '../serving/serving-menu.tsx';
import { keysOf } from '../shortcuts/bindings.ts';
import { KeyCaps } from '../shortcuts/key-caps.tsx';
import { useBindingOptions } from '../shortcuts/use-binding-options.ts';
import { COLOUR_FILL } from '../tenants/label-colour.ts';
import { TenantMenu } from '../tenants/tenant-menu.tsx';

const THEMES = [
  { value: 'system', label: 'System theme', icon: Monitor },
  { value: 'light', label: 'Light theme', icon: Sun },
  { value: 'dark', label: 'Dark theme', icon: Moon },
  { value: 'contrast', label: 'High contrast theme', icon: Contrast },
] as const;

export function TitleBar() {
  const theme = useSettings()['general.theme'];
  const { mutate: change } = useSettingsChange();
  return (
    <header
      data-part
      className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-3 max-[40rem]:px-2"
    >
      <img src={iconUrl} alt="" className="size-5 max-[40rem]:hidden" />
      <InstanceLabel />
      <TenantMenu />
      <ServingMenu />
      <div className="flex-1" />
      <PaletteButton />
      <div className="max-[50rem]:hidden">
        <SegmentedControl
          label="Theme"
          options={THEMES}
          value={theme}
          onChange={(chosen) => change({ 'general.theme': chosen })}
        />
      </div>
    </header>
  );
}

function InstanceLabel() {
  const settings = useSettings();
  const label = settings['general.instanceLabel'];
  if (label === '') return null;
  return (
    <span
      className={cx(
        'max-w-40 shrink-0 truncate rounded max-[30rem]:max-w-16 px-1.5 py-0.5 text-sm font-semibold',
        COLOUR_FILL[settings['general.instanceColour']],
      )}
    >
      <span className="sr-only">Instance: </span>
      {label}
    </span>
  );
}

function PaletteButton() {
  const [keys] = keysOf('app.palette', useBindingOptions());
  return (
    <Button
      data-tour="palette"
      onPress={openPalette}
      className="flex h-7 shrink-0 cursor-default items-center gap-2 rounded-md border border-line bg-surface-1 px-2 text-ink-3 hover:bg-surface-2 hover:text-ink-1"
    >
      <Search aria-hidden className="size-3.5" />
      <span className="max-[60rem]:sr-only">Find anything</span>
      {keys !== undefined && (
        <span className="max-[50rem]:hidden">
          <KeyCaps combination={keys} />
        </span>
      )}
    </Button>
  );
}
