// Theme, density and the form of dates and numbers are settings of the workspace. The theme stands on the root element, where the tokens read it; the
// last one is kept in localStorage too, so that the page is right before the server has told it.
import { useEffect, useEffectEvent } from 'react';
import type { Settings } from '../../../shared/admin/setting.ts';
import { useSettingsChange, useSettingsState } from '../../api/use-settings.ts';
import { setLocale } from '../../ui/locale.ts';
import { setDensity, useDensity, type Density } from '../../ui/density.ts';

export type Theme = Settings['general.theme'];

const STORAGE_NAME = 'scim-mock-tenant.theme';

/** Call once, before the app is drawn. */
export function applyStoredTheme(): void {
  applyTheme(localStorage.getItem(STORAGE_NAME) ?? 'system');
}

/** Mount once. */
export function useLook(): void {
  const settings = useSettingsState().data?.settings;
  const theme = settings?.['general.theme'];
  const density = settings?.['general.density'];
  const locale = settings?.['general.locale'];
  const { mutate: change } = useSettingsChange();
  const onDensity = useEffectEvent((chosen: Density) => {
    if (density !== undefined && chosen !== density) change({ 'general.density': chosen });
  });
  useEffect(() => {
    if (theme === undefined) return;
    localStorage.setItem(STORAGE_NAME, theme);
    applyTheme(theme);
  }, [theme]);
  useEffect(() => {
    if (density !== undefined) setDensity(density);
  }, [density]);
  useEffect(() => {
    if (locale !== undefined) setLocale(locale);
  }, [locale]);
  // Lists offer the density too; what is chosen there becomes the setting.
  useEffect(() => useDensity.subscribe((state) => onDensity(state.density)), []);
}

function applyTheme(theme: string): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}
