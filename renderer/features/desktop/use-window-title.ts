// The title of the window, or of the tab: which instance this is, where several are open.
import { useEffect } from 'react';
import { useSettingsState } from '../../api/use-settings.ts';

const APP_NAME = 'SCIM Mock Tenant';

/** Mount once. */
export function useWindowTitle(): void {
  const label = useSettingsState().data?.settings['general.instanceLabel'] ?? '';
  useEffect(() => {
    document.title = label === '' ? APP_NAME : `${label} · ${APP_NAME}`;
  }, [label]);
}
