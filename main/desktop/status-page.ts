// What the window shows while there is no page of the server's to show. It carries no script: its one link is a
// navigation that the shell catches (see main-window.ts).
import type { ServerState } from '../../shared/shell.ts';

export const RESTART_LINK = 'scim-mock-tenant-shell:restart';
export const RELOAD_LINK = 'scim-mock-tenant-shell:reload';

interface StatusText {
  readonly title: string;
  readonly text: string;
  readonly link?: { readonly label: string; readonly address: string };
}

/** A `data:` URL of a small page for every state but `serving`. */
export function statusPageUrl(state: Exclude<ServerState, { state: 'serving' }>): string {
  return pageUrl(describe(state));
}

/** Of a page that does not stay up, however often it is loaded; the server goes on. */
export function crashPageUrl(): string {
  return pageUrl({
    title: 'The window does not stay up',
    text: 'Its page has crashed several times in a minute. The server goes on serving and recording.',
    link: { label: 'Load the page again', address: RELOAD_LINK },
  });
}

function describe(state: Exclude<ServerState, { state: 'serving' }>): StatusText {
  switch (state.state) {
    case 'starting':
      return { title: 'Starting', text: 'The mock tenant is being started.' };
    case 'restarting':
      return { title: 'Restarting', text: state.message };
    case 'failed':
      return {
        title: 'The server is not running',
        text: state.message,
        link: { label: 'Start the server again', address: RESTART_LINK },
      };
  }
}

function pageUrl({ title, text, link }: StatusText): string {
  const anchor =
    link === undefined ? '' : `<p><a href="${link.address}">${escapeHtml(link.label)}</a></p>`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>SCIM Mock Tenant</title>
<style>${STYLE}</style>
</head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${anchor}</main></body>
</html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 14px/1.5 system-ui, sans-serif; background: light-dark(#fbfbfa, #131417); color: light-dark(#1d1e22, #ececee); }
main { max-width: 44ch; padding: 24px; }
h1 { font-size: 18px; font-weight: 600; margin: 0 0 8px; }
p { margin: 0 0 16px; overflow-wrap: anywhere; }
a { display: inline-block; padding: 6px 12px; border-radius: 6px; text-decoration: none;
  background: light-dark(#1d1e22, #ececee); color: light-dark(#ffffff, #131417); }
a:focus-visible { outline: 2px solid light-dark(#2f5fd0, #8fb0ff); outline-offset: 2px; }
`;

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
