// What the page asks for before it can show itself: the scripts and styles that its HTML names, compressed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { UI_DIR } from './ui-dir.ts';

/** Bytes after gzip. */
export function weighFirstLoad(): { readonly scripts: number; readonly styles: number } {
  const html = readFileSync(path.join(UI_DIR, 'index.html'), 'utf8');
  return { scripts: weigh(html, 'js'), styles: weigh(html, 'css') };
}

function weigh(html: string, ending: 'js' | 'css'): number {
  const pattern = new RegExp(`(?:src|href)="([^"]+\\.${ending})"`, 'g');
  const names = [...html.matchAll(pattern)].map(([, name = '']) => name);
  return names.reduce(
    (sum, name) => sum + gzipSync(readFileSync(path.join(UI_DIR, name))).length,
    0,
  );
}
