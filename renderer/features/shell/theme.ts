// Theme and density on the root element, where the tokens read them. They are settings of the workspace; the last ones
// are kept in localStorage too, so that the page is right before the server has told them.
import { useEffect } from 'react';
import type { Settings } from '../../../shared/admin/setting.ts';
import { useSettingsState } from '../../api/use-settings.ts';

export type Theme = Settings['general.theme'];

const STORAGE_NAME = 'scim-mock-tenant.look';

interface Look {
  readonly theme: string;
  readonly density: string;
}

/** Call once, before the app is drawn. */
export function applyStoredLook(): void {
  const [theme = 'system', density = 'comfortable'] = (
    localStorage.getItem(STORAGE_NAME) ?? ''
  ).split(' ');
  applyLook({ theme: theme === '' ? 'system' : theme, density });
}

/** Mount once. */
export function useLook(): void {
  const settings = useSettingsState().data?.settings;
  const theme = settings?.['general.theme'];
  const density = settings?.['general.density'];
  useEffect(() => {
    if (theme === undefined || density === undefined) return;
    localStorage.setItem(STORAGE_NAME, `${theme} ${density}`);
    applyLook({ theme, density });
  }, [theme, density]);
}

function applyLook({ theme, density }: Look): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  dataset['density'] = density;
}
