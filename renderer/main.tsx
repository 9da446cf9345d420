// Start of the UI: take the key from the address, then draw the app around one live feed and one cache.
import './styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { readAdminKey, takeAdminKeyFromAddress } from './api/admin-key.ts';
import { createQueryClient } from './api/create-query-client.ts';
import { LiveProvider } from './api/live-context.tsx';
import { openLiveFeed } from './api/live.ts';
import { KeyPage } from './features/shell/key-page.tsx';
import { applyStoredTheme } from './features/shell/theme.ts';
import { attachPages } from './pages.tsx';
import { router } from './router.ts';

// zod would compile its parsers with `new Function`, which our content security policy refuses.
z.config({ jitless: true });
applyStoredTheme();
attachPages();
takeAdminKeyFromAddress();
// A new link opened in this tab changes only the fragment; before the router sees it, take the key and start afresh.
window.addEventListener('hashchange', () => {
  if (takeAdminKeyFromAddress()) location.reload();
});

const container = document.getElementById('app');
if (container === null) throw new Error('index.html has no element #app.');
createRoot(container).render(
  <StrictMode>
    {/* The words of controls are English as all others are, whatever the browser's language. */}
    <I18nProvider locale="en">{readAdminKey() === null ? <KeyPage /> : createApp()}</I18nProvider>
  </StrictMode>,
);

function createApp() {
  return (
    <LiveProvider value={openLiveFeed()}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LiveProvider>
  );
}
