// Light, dark, or as the system says; kept in localStorage and put on the root element, where the tokens read it.
import { create } from 'zustand';

export type Theme = 'system' | 'light' | 'dark';

const STORAGE_NAME = 'scim-mock-tenant.theme';

export const useTheme = create<{ readonly theme: Theme }>(() => ({ theme: readTheme() }));

export function setTheme(theme: Theme): void {
  localStorage.setItem(STORAGE_NAME, theme);
  useTheme.setState({ theme });
  applyTheme(theme);
}

export function applyStoredTheme(): void {
  applyTheme(readTheme());
}

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function readTheme(): Theme {
  const stored = localStorage.getItem(STORAGE_NAME);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}
