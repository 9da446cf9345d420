// The keys as the settings have them.
import { useSettings } from '../../api/use-settings.ts';
import type { BindingOptions } from './bindings.ts';

export function useBindingOptions(): BindingOptions {
  const settings = useSettings();
  return {
    bindings: settings['shortcuts.bindings'],
    allowSingleKeys: settings['shortcuts.singleKeys'],
  };
}
